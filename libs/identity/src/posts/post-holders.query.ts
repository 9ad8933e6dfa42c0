import { Injectable } from '@nestjs/common';
import { type Actor, type FindPostHolders, isPermitted, type PostHolderView } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { canStandIn, canTakeOver, mayReachAgency } from '../people/person-policy.js';

/** No agency has more people who could take over from one; the list is chosen from, not read. */
const mostHolders = 500;

interface PostRow extends PostHolderView {
  readonly personId: string;
  readonly agencyId: string;
}

/** Who in the agency of a post could take over its work, or stand in for it. */
@Injectable()
export class PostHoldersQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For the own post, or for one whose agency the actor manages. @throws DomainError `permission.denied`, `not-found`. */
  async of(actor: Actor, postId: string, { for: purpose }: FindPostHolders): Promise<PostHolderView[]> {
    const asksForOwn = postId === actor.postId && purpose === 'delegation';
    if (!isPermitted(actor, asksForOwn ? 'delegation:manage-own' : 'person:manage')) {
      throw new DomainError('permission.denied');
    }
    const [post] = await this.select('post.id = $1', postId);
    if (post === undefined || !(asksForOwn || mayReachAgency(actor, post.agencyId, 'person:manage'))) {
      throw new DomainError('not-found');
    }
    const others = await this.select('post.agency_id = $1', post.agencyId);
    const fits = purpose === 'delegation' ? canStandIn : canTakeOver;
    return others
      .filter((other) => other.postId !== post.postId && fits(post, other))
      .map(({ personId: _personId, agencyId: _agencyId, ...holder }) => holder);
  }

  private async select(condition: string, id: string): Promise<PostRow[]> {
    return this.database.query<PostRow>(
      `SELECT post.id AS "postId", post.person_id AS "personId", post.agency_id AS "agencyId", post.role,
              post.position, person.full_name AS "fullName", unit.name AS "unitName"
         FROM posts AS post
         JOIN people AS person ON person.id = post.person_id
         LEFT JOIN units AS unit ON unit.id = post.unit_id
        WHERE ${condition} AND person.kind = 'person' AND person.disabled_at IS NULL
          AND (post.valid_to IS NULL OR post.valid_to >= $2)
        ORDER BY person.search_text, post.id LIMIT ${mostHolders}`,
      [id, dayOf(this.clock.now())],
    );
  }
}
