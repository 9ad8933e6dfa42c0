import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Clock } from '#kernel';
import { Database, Events } from '#platform';
import { arrivalCompleted } from './arrival-events.js';
import { Arrivals } from './arrivals.js';

/** The handling of a registered document has ended: the sender sees state 06 and the document goes to the archive. */
@Injectable()
export class CompleteArrival {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly tracking: RecordTracking,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `arrival.wrong-state`, `arrival.already-refused`. */
  async execute(actor: Actor, arrivalId: string): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'complete');
      const change = await this.arrivals.move(arrival, 'complete');
      await this.database.query('UPDATE arrivals SET completed_at = $2 WHERE id = $1', [arrivalId, this.clock.now()]);
      if (arrival.deliveryId !== null) {
        await this.tracking.execute({
          deliveryId: arrival.deliveryId,
          code: trackingCodes.completed,
          actor: actor.fullName,
          note: null,
          arrivalNumber: null,
        });
      }
      await this.audit.record(actor, {
        action: 'arrival.completed',
        objectType: 'arrival',
        objectId: arrivalId,
        ...change,
      });
      await this.events.emit(arrivalCompleted, { arrivalId, actorName: actor.fullName, at: this.clock.now() });
    });
  }
}
