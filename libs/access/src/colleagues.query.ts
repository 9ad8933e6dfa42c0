import { Injectable } from '@nestjs/common';
import { type Actor, type ColleagueView, type FindColleagues, isPermitted, type Page, roles } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';

/** Posts of one agency that are read for a search: names are folded here, and an agency has hundreds, not thousands. */
const mostRead = 5000;

/** People of the actor’s agency who read documents: those whose rights on one of them can be changed. */
@Injectable()
export class ColleaguesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied` for roles that change no rights. */
  async page(actor: Actor, query: FindColleagues): Promise<Page<ColleagueView>> {
    if (!isPermitted(actor, 'access:change')) {
      throw new DomainError('permission.denied');
    }
    const words = foldVietnamese(query.search ?? '').split(' ');
    const rows = await this.database.query<ColleagueView>(
      `SELECT post.id AS "postId", person.full_name AS "fullName", post.position, post.role
         FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.agency_id = $1 AND post.role = ANY ($2) AND post.id <> $3
          AND person.disabled_at IS NULL AND person.kind = 'person'
          AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)
          AND ($5::uuid IS NULL OR post.id > $5)
        ORDER BY post.id LIMIT ${mostRead}`,
      [
        actor.agencyId,
        roles.filter((role) => isPermitted({ role, scopes: null }, 'document:read')),
        actor.postId,
        dayOf(this.clock.now()),
        decodeIdCursor(query.after) ?? null,
      ],
    );
    const found = rows.filter(({ fullName, position }) => {
      const text = foldVietnamese(`${fullName} ${position}`);
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
