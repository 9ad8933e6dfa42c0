import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { arrivalSubmitted } from '../arrival-events.js';
import { Arrivals } from '../arrivals.js';

/** The clerk lays a registered document before a leader, who distributes it (Decree 30/2020, Art. 23). */
@Injectable()
export class SubmitArrival {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`, `assignment.unknown-leader`. */
  async execute(actor: Actor, arrivalId: string, toPostId: string): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'submit');
      const leader = await this.leaderOf(actor, toPostId);
      const change = await this.arrivals.move(arrival, 'submit');
      await this.database.query('UPDATE arrivals SET submitted_to_post_id = $2, submitted_at = $3 WHERE id = $1', [
        arrivalId,
        toPostId,
        this.clock.now(),
      ]);
      await this.audit.record(actor, {
        action: 'arrival.submitted',
        objectType: 'arrival',
        objectId: arrivalId,
        agencyId: arrival.agencyId,
        note: leader,
        before: change.before,
        after: { ...change.after, toPostId },
      });
      await this.events.emit(arrivalSubmitted, { arrivalId, toPostId, byPostId: actor.postId });
    });
  }

  private async leaderOf(actor: Actor, postId: string): Promise<string> {
    const [leader] = await this.database.query<{ fullName: string }>(
      `SELECT person.full_name AS "fullName" FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = $1 AND post.agency_id = $2 AND post.role = 'leader'
          AND person.disabled_at IS NULL AND person.kind = 'person'
          AND post.valid_from <= $3 AND (post.valid_to IS NULL OR post.valid_to >= $3)`,
      [postId, actor.agencyId, dayOf(this.clock.now())],
    );
    if (leader === undefined) {
      throw new DomainError('assignment.unknown-leader');
    }
    return leader.fullName;
  }
}
