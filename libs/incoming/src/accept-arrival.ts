import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Database } from '#platform';
import { ArrivalNumbers } from './arrival-numbers.js';
import { Arrivals } from './arrivals.js';

/**
 * The clerk accepts an arrival: it gets its arrival number in the incoming register, and the sender sees state 03
 * (Decree 30/2020, Art. 21 and 22).
 */
@Injectable()
export class AcceptArrival {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly numbers: ArrivalNumbers,
    private readonly tracking: RecordTracking,
    private readonly audit: Audit,
  ) {}

  /** Gives the arrival number. @throws DomainError `arrival.already-accepted`, `arrival.already-refused`. */
  async execute(actor: Actor, arrivalId: string): Promise<number> {
    return this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'accept');
      const change = await this.arrivals.move(arrival, 'accept');
      const { year, arrivalNumber } = await this.numbers.next(arrival.agencyId);
      await this.database.query('UPDATE arrivals SET arrival_year = $2, arrival_number = $3 WHERE id = $1', [
        arrivalId,
        year,
        arrivalNumber,
      ]);
      if (arrival.deliveryId !== null) {
        await this.tracking.execute({
          deliveryId: arrival.deliveryId,
          code: trackingCodes.accepted,
          actor: actor.fullName,
          note: null,
          arrivalNumber,
        });
      }
      await this.audit.record(actor, {
        action: 'arrival.accepted',
        objectType: 'arrival',
        objectId: arrivalId,
        note: String(arrivalNumber),
        before: change.before,
        after: { ...change.after, arrivalNumber },
      });
      await this.numbers.tell(arrivalId);
      return arrivalNumber;
    });
  }
}
