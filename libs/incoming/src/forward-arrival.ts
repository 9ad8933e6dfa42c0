import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ForwardArrival as Wish } from '#contracts';
import { ForwardDelivery, RecordTracking, trackingCodes } from '#exchange';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { Arrivals } from './arrivals.js';

/**
 * The clerk sends what is addressed to the wrong agency on to the right one (Decree 30/2020, Art. 21). Here it ends as
 * refused; the sender sees state 02 with the reason and the new recipient beside it.
 */
@Injectable()
export class ForwardArrival {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly forwardDelivery: ForwardDelivery,
    private readonly tracking: RecordTracking,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `arrival.already-accepted`, `arrival.already-refused`,
   * `arrival.not-forwardable`, `document.recipient-has-copy`, `document.recipient-self`, and others that ForwardDelivery
   * refuses.
   */
  async execute(actor: Actor, arrivalId: string, { toAgencyId, reason }: Wish): Promise<void> {
    await this.database.transaction(async () => {
      const { deliveryId } = await this.arrivals.readable(actor, arrivalId, 'forward');
      if (deliveryId === null) {
        throw new DomainError('arrival.not-forwardable');
      }
      await this.forwardDelivery.execute(actor, deliveryId, toAgencyId, reason);
      // Held after the document: whoever moved it meanwhile is seen, and nothing is sent.
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'forward');
      const change = await this.arrivals.move(arrival, 'forward');
      const note = await this.noteOf(toAgencyId, reason);
      await this.database.query('UPDATE arrivals SET refusal_reason = $2 WHERE id = $1', [arrivalId, note]);
      await this.tracking.execute({
        deliveryId,
        code: trackingCodes.refused,
        actor: actor.fullName,
        personId: actor.personId,
        note,
        arrivalNumber: null,
      });
      await this.audit.record(actor, {
        action: 'arrival.forwarded',
        objectType: 'arrival',
        objectId: arrivalId,
        note,
        before: change.before,
        after: { ...change.after, toAgencyId, reason },
      });
    });
  }

  /** In the language of the registers: it is kept with the document. */
  private async noteOf(toAgencyId: string, reason: string): Promise<string> {
    const [to] = await this.database.query<{ name: string }>('SELECT name FROM agencies WHERE id = $1', [toAgencyId]);
    return `Chuyển đến ${to?.name ?? ''}: ${reason}`;
  }
}
