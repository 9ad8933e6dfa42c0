import { Injectable } from '@nestjs/common';
import type { Actor, NotificationKind, OpinionView } from '#contracts';
import { opinionGiven, reviewAsked } from '#documents';
import { OnEvent } from '#platform';
import { Notify } from './notify.js';

/** What of an opinion the drafter is told; of the others the document itself says enough. [own] */
const kindOf: Partial<Record<OpinionView['kind'], NotificationKind>> = {
  approved: 'document-approved',
  returned: 'document-returned',
};

/** Tells drafters what became of what they laid before others, and reviewers that it is their turn. */
@Injectable()
export class TellOfDrafts {
  constructor(private readonly notify: Notify) {}

  @OnEvent(opinionGiven)
  async onOpinion(event: { documentId: string; kind: OpinionView['kind']; actor: Actor }): Promise<void> {
    const kind = kindOf[event.kind];
    if (kind !== undefined) {
      await this.tell(kind, event, null);
    }
  }

  @OnEvent(reviewAsked)
  async onAsked(event: { documentId: string; postIds: readonly string[]; actor: Actor }): Promise<void> {
    await this.tell('review-asked', event, event.postIds);
  }

  /** Without posts, the drafter. */
  private async tell(
    kind: NotificationKind,
    { documentId, actor }: { readonly documentId: string; readonly actor: Actor },
    postIds: readonly string[] | null,
  ): Promise<void> {
    await this.notify.execute(kind, {
      sql: `SELECT post_id, 'document' AS object_type, document.id AS object_id, document.urgency, document.symbol,
                   document.subject, $3::text AS who, $4::uuid AS caused_by
              FROM documents AS document
             CROSS JOIN LATERAL unnest(coalesce($2::uuid[], ARRAY[document.drafter_post_id])) AS concerned(post_id)
             WHERE document.id = $1`,
      values: [documentId, postIds, actor.fullName, actor.personId],
    });
  }
}
