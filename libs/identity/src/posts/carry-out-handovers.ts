import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf } from '#kernel';
import { Database, Events } from '#platform';
import { postWorkHandedOver } from './post-events.js';

interface Handover {
  readonly fromPostId: string;
  readonly toPostId: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly reason: string;
}

/** Moves the open work of posts that were handed over, when their day has come. */
@Injectable()
export class CarryOutHandovers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** Carries out one whose day has come; another’s day waits. A repeat, also at the same time, changes nothing. */
  async execute(handoverId: string, actor: Actor | null): Promise<void> {
    await this.database.transaction(async () => {
      await this.structure.hold();
      const [handover] = await this.database.query<Handover>(
        `WITH handover AS (
           UPDATE post_handovers SET done_at = $2 WHERE id = $1 AND done_at IS NULL AND effective_on <= $3
           RETURNING from_post_id, to_post_id, reason)
         SELECT from_post_id AS "fromPostId", to_post_id AS "toPostId", reason,
                post.agency_id AS "agencyId", post.person_id AS "personId"
           FROM handover JOIN posts AS post ON post.id = from_post_id`,
        [handoverId, this.clock.now(), dayOf(this.clock.now())],
      );
      if (handover === undefined) {
        return;
      }
      const { fromPostId, toPostId, agencyId, personId, reason } = handover;
      await this.events.emit(postWorkHandedOver, { fromPostId, toPostId, actor, reason });
      await this.audit.record(actor, {
        action: 'post.work-moved',
        objectType: 'person',
        objectId: personId,
        agencyId,
        data: { fromPostId, toPostId },
        before: { postId: fromPostId },
        after: { postId: toPostId },
      });
    });
  }

  /** Carries out all whose day has come; gives how many there were. */
  async due(): Promise<number> {
    const waiting = await this.database.query<{ id: string }>(
      'SELECT id FROM post_handovers WHERE done_at IS NULL AND effective_on <= $1 ORDER BY effective_on, id',
      [dayOf(this.clock.now())],
    );
    for (const { id } of waiting) {
      await this.execute(id, null);
    }
    return waiting.length;
  }
}
