import { Injectable } from '@nestjs/common';
import { NotifyColleagues, RememberExternalBodies } from '#documents';
import { Events } from '#platform';
import { PromiseDeliveries } from './delivering/promise-deliveries.js';
import { deliveriesReached } from './exchange-events.js';
import { RequestUpdates } from './requests/request-updates.js';
import { type Sending, WriteDispatch } from './write-dispatch.js';

export interface CarriedOut {
  readonly dispatchId: string;
  /** Agencies and bodies outside the system. */
  readonly recipients: number;
  /** Colleagues that were told. */
  readonly informed: number;
}

/**
 * What every sending is, whoever began it: dispatch, one delivery a recipient, the boxes of colleagues, and the promise
 * to deliver, all in the transaction that it joins and that holds the document. Once that commits, nothing can be lost.
 */
@Injectable()
export class CarryOutSending {
  constructor(
    private readonly writeDispatch: WriteDispatch,
    private readonly notifyColleagues: NotifyColleagues,
    private readonly rememberBodies: RememberExternalBodies,
    private readonly requestUpdates: RequestUpdates,
    private readonly promises: PromiseDeliveries,
    private readonly events: Events,
  ) {}

  /** @throws DomainError what `WriteDispatch` refuses. */
  async execute(sending: Sending): Promise<CarriedOut> {
    const { document, number } = sending;
    const { dispatchId, deliveries } = await this.writeDispatch.execute(sending);
    await this.requestUpdates.execute({ dispatchId, ...sending });
    await this.promises.execute(deliveries.filter(({ channel }) => channel !== 'paper').map(({ id }) => id));
    const informed = await this.notifyColleagues.execute(document.id, number);
    await this.rememberBodies.execute(document.id, number);
    const onPaper = deliveries.filter(({ channel }) => channel === 'paper').map(({ id }) => id);
    await this.events.emit(deliveriesReached, { deliveryIds: onPaper });
    return { dispatchId, recipients: deliveries.length, informed };
  }
}
