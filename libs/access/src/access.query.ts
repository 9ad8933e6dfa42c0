import { Injectable } from '@nestjs/common';
import type { AccessChangeView, AccessObjectType, AccessView, Actor } from '#contracts';
import { Database } from '#platform';
import { actionsOn, type GuardedChange, mayChangeAccess } from './access-policy.js';
import { AccessSubjects } from './access-subjects.js';

export type ChangeViewRow = Omit<AccessChangeView, 'changedAt' | 'confirmedAt' | 'actions'> &
  GuardedChange & { readonly changedAt: Date };

const postRef = (post: string, person: string): string =>
  `json_build_object('postId', ${post}.id, 'fullName', ${person}.full_name, 'position', ${post}.position)`;

/** A change with the people it is about; `change` is the alias of access_changes in `changeJoins`. */
export const changeColumns = `
  change.id, change.kind, change.reason, change.changed_at AS "changedAt", change.confirmed_at AS "confirmedAt",
  change.changed_by_post_id AS "changedByPostId", maker_post.person_id AS "changedByPersonId",
  ${postRef('maker_post', 'maker')} AS "changedBy",
  CASE WHEN confirmer.id IS NOT NULL THEN ${postRef('confirmer_post', 'confirmer')} END AS "confirmedBy",
  coalesce((SELECT json_agg(${postRef('post', 'person')} ORDER BY person.full_name, post.id)
              FROM access_change_posts AS named
              JOIN posts AS post ON post.id = named.post_id JOIN people AS person ON person.id = post.person_id
             WHERE named.change_id = change.id), '[]') AS posts`;

export const changeJoins = `
  JOIN posts AS maker_post ON maker_post.id = change.changed_by_post_id
  JOIN people AS maker ON maker.id = maker_post.person_id
  LEFT JOIN posts AS confirmer_post ON confirmer_post.id = change.confirmed_by_post_id
  LEFT JOIN people AS confirmer ON confirmer.id = confirmer_post.person_id`;

export function presentChange(actor: Actor, row: ChangeViewRow): AccessChangeView {
  return {
    id: row.id,
    kind: row.kind,
    posts: row.posts,
    reason: row.reason,
    changedBy: row.changedBy,
    changedAt: row.changedAt.toISOString(),
    confirmedBy: row.confirmedBy,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    actions: actionsOn(actor, row),
  };
}

/** The changes of one document that a page shows; more than these at once would be a list nobody reads. */
const mostShown = 100;

/** Who may read one document, and the changes of that which hold now. */
@Injectable()
export class AccessQuery {
  constructor(
    private readonly database: Database,
    private readonly subjects: AccessSubjects,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async view(actor: Actor, objectType: AccessObjectType, objectId: string): Promise<AccessView> {
    const subject = await this.subjects.read(actor, objectType, objectId);
    const rows = await this.database.query<ChangeViewRow>(
      `SELECT ${changeColumns} FROM access_changes AS change ${changeJoins}
        WHERE change.object_type = $1 AND change.object_id = $2 AND change.withdrawn_at IS NULL
        ORDER BY change.id DESC LIMIT ${mostShown}`,
      [objectType, objectId],
    );
    return {
      audience: subject.audience,
      restricted: subject.restricted,
      mayChange: mayChangeAccess(actor, subject),
      changes: rows.map((row) => presentChange(actor, row)),
    };
  }
}
