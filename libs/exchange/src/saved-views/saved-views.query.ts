import { Injectable } from '@nestjs/common';
import type { Actor, SavedView, SavedViewList } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayKeepViews, mayShareViews } from './saved-view-policy.js';

/** [own] Shared by colleagues: more than these nobody looks through. */
const mostShared = 100;

/** The views that a person finds in their menu; what somebody shared goes with them when they leave the agency. [own] */
@Injectable()
export class SavedViewsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async of(actor: Actor): Promise<SavedViewList> {
    if (!mayKeepViews(actor)) {
      throw new DomainError('permission.denied');
    }
    const items = await this.database.query<SavedView>(
      `SELECT view.id, view.name, view.box, view.filter, view.person_id = $1 AND view.is_default AS "isDefault",
              view.is_shared AS "isShared", view.person_id = $1 AS "isOwn", owner.full_name AS "ownerName"
         FROM (SELECT * FROM saved_views WHERE person_id = $1 AND agency_id = $2
                UNION ALL
               (SELECT * FROM saved_views WHERE agency_id = $2 AND is_shared AND person_id <> $1
                   AND EXISTS (SELECT FROM posts WHERE person_id = saved_views.person_id AND agency_id = $2
                                  AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3))
                 ORDER BY lower(name), id LIMIT ${mostShared})) AS view
         JOIN people AS owner ON owner.id = view.person_id
        ORDER BY view.person_id = $1 DESC, CASE WHEN view.person_id = $1 THEN view.position END,
                 lower(view.name), view.id`,
      [actor.personId, actor.agencyId, dayOf(this.clock.now())],
    );
    return { items, mayShare: mayShareViews(actor) };
  }
}
