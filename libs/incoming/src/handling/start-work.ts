import { Injectable } from '@nestjs/common';
import { heldPosts } from '#access';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Clock, dayOf } from '#kernel';
import { Database, LiveChannel } from '#platform';
import type { ArrivalRow } from '../arrivals.js';
import { assignmentColumns, type AssignmentRow, isWith } from './assignments.js';
import { WorkHolder } from './work-holder.js';

/** Whoever got a part begins with it; with the first the document is in process, and the sender sees state 05. */
@Injectable()
export class StartWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly holder: WorkHolder,
    private readonly tracking: RecordTracking,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the arrival. @throws DomainError what `WorkHolder` refuses. */
  async execute(actor: Actor, assignmentId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { arrival, assignment } = await this.holder.hold(actor, assignmentId, 'start');
      await this.begin(actor, arrival, assignment);
      return arrival.id;
    });
  }

  /** Whoever drafts the answer has begun with what they got. Joins a transaction that holds the arrival. */
  async ofActor(actor: Actor, arrival: ArrivalRow): Promise<void> {
    const own = await this.database.query<AssignmentRow>(
      `SELECT ${assignmentColumns('$2::uuid[]', '$3::date')} FROM assignments AS assignment
        WHERE assignment.arrival_id = $1 AND assignment.state = 'open' AND ${isWith('assignment', '$2::uuid[]')}
        ORDER BY assignment.id`,
      [arrival.id, heldPosts(actor), dayOf(this.clock.now())],
    );
    for (const assignment of own) {
      await this.begin(actor, arrival, assignment);
    }
  }

  /** Joins a transaction that holds the arrival. With a part begins whatever it is a part of; what has begun stays. */
  async begin(actor: Actor, arrival: ArrivalRow, { id, state }: AssignmentRow): Promise<void> {
    if (state !== 'open') {
      return;
    }
    await this.database.query(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id FROM assignments WHERE id = $1
         UNION ALL SELECT part.id, part.parent_id FROM assignments AS part JOIN above ON part.id = above.parent_id)
       UPDATE assignments SET state = 'in-process', changed_at = $2, seen_at = $2
        WHERE id IN (SELECT id FROM above) AND state = 'open'`,
      [id, this.clock.now()],
    );
    const { affected } = await this.database.execute(
      `UPDATE arrivals SET state = 'in-process' WHERE id = $1 AND state = 'assigned'`,
      [arrival.id],
    );
    await this.audit.record(actor, {
      action: 'arrival.started',
      objectType: 'arrival',
      objectId: arrival.id,
      agencyId: arrival.agencyId,
      data: { assignmentId: id },
      before: { state },
      after: { state: 'in-process' },
    });
    if (affected === 1 && arrival.deliveryId !== null) {
      await this.tracking.execute({
        deliveryId: arrival.deliveryId,
        code: trackingCodes.inProcess,
        actor: actor.fullName,
        note: null,
        arrivalNumber: null,
      });
    }
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
  }
}
