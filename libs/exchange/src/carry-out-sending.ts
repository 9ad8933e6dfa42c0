import { Injectable } from '@nestjs/common';
import { NotifyColleagues, RememberExternalBodies } from '#documents';
import { Events, Outbox } from '#platform';
import { deliverDispatchJob, priorityOf } from './deliver-dispatch.job.js';
import { deliveriesReached } from './exchange-events.js';
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
    private readonly outbox: Outbox,
    private readonly events: Events,
  ) {}

  /** @throws DomainError what `WriteDispatch` refuses. */
  async execute(sending: Sending): Promise<CarriedOut> {
    const { document, number } = sending;
    const { dispatchId, deliveries } = await this.writeDispatch.execute(sending);
    if (deliveries.some(({ channel }) => channel !== 'paper')) {
      await this.outbox.add(deliverDispatchJob, { dispatchId }, priorityOf[document.urgency]);
    }
    const informed = await this.notifyColleagues.execute(document.id, number);
    await this.rememberBodies.execute(document.id, number);
    const onPaper = deliveries.filter(({ channel }) => channel === 'paper').map(({ id }) => id);
    await this.events.emit(deliveriesReached, { deliveryIds: onPaper });
    return { dispatchId, recipients: deliveries.length, informed };
  }
}
