import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Database } from '#platform';
import { Arrivals } from './arrivals.js';

/** The clerk sends an arrival back with a reason; the sender sees state 02 and the reason (Decree 30/2020, Art. 21). */
@Injectable()
export class RefuseArrival {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly tracking: RecordTracking,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `arrival.already-accepted`, `arrival.already-refused`. */
  async execute(actor: Actor, arrivalId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'refuse');
      const change = await this.arrivals.move(arrival, 'refuse');
      await this.database.query('UPDATE arrivals SET refusal_reason = $2 WHERE id = $1', [arrivalId, reason]);
      if (arrival.deliveryId !== null) {
        await this.tracking.execute({
          deliveryId: arrival.deliveryId,
          code: trackingCodes.refused,
          actor: actor.fullName,
          personId: actor.personId,
          note: reason,
          arrivalNumber: null,
        });
      }
      await this.audit.record(actor, {
        action: 'arrival.refused',
        objectType: 'arrival',
        objectId: arrivalId,
        note: reason,
        before: change.before,
        after: { ...change.after, reason },
      });
    });
  }
}
