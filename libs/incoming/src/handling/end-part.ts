import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database, Events, LiveChannel } from '#platform';
import { workHandedBack } from '../arrival-events.js';
import { Assignments } from './assignments.js';
import { type HeldWork, WorkHolder } from './work-holder.js';

/** A part of the work is done, or goes back to whoever assigned it. */
@Injectable()
export class EndPart {
  constructor(
    private readonly database: Database,
    private readonly holder: WorkHolder,
    private readonly assignments: Assignments,
    private readonly events: Events,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the arrival. @throws DomainError what `WorkHolder` refuses. */
  async finish(actor: Actor, assignmentId: string, note: string): Promise<string> {
    return this.database.transaction(async () => {
      const held = await this.holder.hold(actor, assignmentId, 'finish');
      await this.end(actor, held, 'done', note);
      return held.arrival.id;
    });
  }

  /**
   * What led the whole waits for a leader again: whoever had assigned it. The sender keeps seeing how far it was.
   *
   * @throws DomainError what `WorkHolder` refuses.
   */
  async handBack(actor: Actor, assignmentId: string, reason: string): Promise<string> {
    return this.database.transaction(async () => {
      const held = await this.holder.hold(actor, assignmentId, 'hand-back');
      await this.end(actor, held, 'handed-back', reason);
      const { arrival, assignment } = held;
      if (assignment.parentId === null && assignment.role === 'lead') {
        await this.database.query(
          `UPDATE arrivals SET state = 'submitted', submitted_to_post_id = $2,
                  submitted_at = (SELECT ended_at FROM assignments WHERE id = $3)
            WHERE id = $1`,
          [arrival.id, assignment.assignedByPostId, assignment.id],
        );
      }
      await this.events.emit(workHandedBack, {
        arrivalId: arrival.id,
        toPostId: assignment.assignedByPostId,
        byPostId: actor.postId,
      });
      return arrival.id;
    });
  }

  private async end(
    actor: Actor,
    { arrival, assignment }: HeldWork,
    state: 'done' | 'handed-back',
    note: string,
  ): Promise<void> {
    await this.assignments.endOne(assignment.id, state, note);
    await this.assignments.touch(arrival.id, actor.postId);
    await this.audit.record(actor, {
      action: state === 'done' ? 'arrival.part-finished' : 'arrival.handed-back',
      objectType: 'arrival',
      objectId: arrival.id,
      agencyId: arrival.agencyId,
      note: note === '' ? null : note,
      data: { assignmentId: assignment.id },
      before: { state: assignment.state },
      after: { state },
    });
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
  }
}
