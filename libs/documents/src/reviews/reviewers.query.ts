import { Injectable } from '@nestjs/common';
import { type Actor, type FindReviewers, isPermitted, type Page, type ReviewerView } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { rolesThatReview } from './check-reviewers.js';
import { isAgencyLeader } from './review-sql.js';

/** Posts of one agency that are read for a search: names are folded here, and an agency has hundreds, not thousands. */
const mostRead = 5000;

/** People of the actor’s agency whose opinion a draft can ask for. */
@Injectable()
export class ReviewersQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied` for roles that draft nothing, `request.invalid`. */
  async page(actor: Actor, query: FindReviewers): Promise<Page<ReviewerView>> {
    if (!isPermitted(actor, 'document:draft')) {
      throw new DomainError('permission.denied');
    }
    const words = foldVietnamese(query.search ?? '').split(' ');
    const rows = await this.database.query<ReviewerView>(
      `SELECT post.id AS "postId", person.full_name AS "fullName", post.position, post.role,
              unit.name AS "unitName", ${isAgencyLeader} AS "isAgencyLeader"
         FROM posts AS post
         JOIN people AS person ON person.id = post.person_id
         LEFT JOIN units AS unit ON unit.id = post.unit_id
        WHERE post.agency_id = $1 AND post.role = ANY ($2) AND post.person_id <> $3
          AND person.disabled_at IS NULL AND person.kind = 'person'
          AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)
          AND ($5::uuid IS NULL OR post.id > $5)
        ORDER BY post.id LIMIT ${mostRead}`,
      [actor.agencyId, rolesThatReview, actor.personId, dayOf(this.clock.now()), decodeIdCursor(query.after) ?? null],
    );
    const found = rows.filter(({ fullName, position, unitName }) => {
      const text = foldVietnamese(`${fullName} ${position} ${unitName ?? ''}`);
      return words.every((word) => text.includes(word));
    });
    return toPage(
      found.slice(0, query.limit + 1),
      query.limit,
      (row) => [row.postId],
      (row) => row,
    );
  }
}
