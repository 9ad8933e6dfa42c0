import { Injectable } from '@nestjs/common';
import { RecordUse } from '#audit';
import type { Actor, ArrivalView } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { ArrivalQuery } from './arrival.query.js';

/**
 * Somebody opens what arrived, which goes on record. The first opening is kept besides, for the sender to see if the
 * recipient allows that; every later one finds nothing to write.
 */
@Injectable()
export class OpenArrival {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly arrival: ArrivalQuery,
    private readonly recordUse: RecordUse,
    private readonly tracking: RecordTracking,
  ) {}

  /** @throws DomainError `not-found`. */
  async execute(actor: Actor, arrivalId: string): Promise<ArrivalView> {
    const view = await this.arrival.view(actor, arrivalId);
    await this.recordUse.execute(actor, 'read', 'arrival', arrivalId);
    await this.noteFirst(actor, arrivalId);
    return view;
  }

  private async noteFirst(actor: Actor, arrivalId: string): Promise<void> {
    await this.database.transaction(async () => {
      const [opened] = await this.database.query<{ deliveryId: string | null }>(
        `UPDATE arrivals SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL
         RETURNING delivery_id AS "deliveryId"`,
        [arrivalId, this.clock.now()],
      );
      if (typeof opened?.deliveryId === 'string') {
        await this.tracking.execute({
          deliveryId: opened.deliveryId,
          code: trackingCodes.opened,
          actor: actor.fullName,
          note: null,
          arrivalNumber: null,
        });
      }
    });
  }
}
