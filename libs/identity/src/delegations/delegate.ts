import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type Delegate as Wish, isPermitted } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { canStandIn, type GuardedPost } from '../people/person-policy.js';
import { mayDelegateFor } from './delegation-policy.js';

/** [own] Long enough for a year of study or leave; who is away for longer hands the post over. */
const mostDays = 366;

interface PostRow extends GuardedPost {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isDisabled: boolean;
}

/** During an absence another post of the same agency and role keeps the desk. An absence lends the desk, never the role. */
@Injectable()
export class Delegate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `delegation.days`, `delegation.unfit-stand-in`,
   * `delegation.overlapping`.
   */
  async execute(actor: Actor, wish: Wish): Promise<void> {
    const fromPostId = wish.fromPostId ?? actor.postId;
    if (!isPermitted(actor, 'delegation:manage-own') && !isPermitted(actor, 'person:manage')) {
      throw new DomainError('permission.denied');
    }
    this.checkDays(wish);
    await this.database.transaction(async () => {
      const posts = await this.hold([fromPostId, wish.toPostId]);
      const absent = posts.find(({ id }) => id === fromPostId);
      if (absent === undefined || !(absent.agencyId === actor.agencyId || isPermitted(actor, 'person:manage-all'))) {
        throw new DomainError('not-found');
      }
      if (!mayDelegateFor(actor, absent)) {
        throw new DomainError('permission.denied');
      }
      const standIn = posts.find(({ id }) => id === wish.toPostId);
      if (standIn === undefined || !canStandIn(absent, standIn) || !bothLast([absent, standIn], wish)) {
        throw new DomainError('delegation.unfit-stand-in');
      }
      await this.checkOverlap(fromPostId, wish);
      await this.write(actor, absent, wish);
    });
  }

  private checkDays({ validFrom, validTo }: Wish): void {
    const days = (Date.parse(validTo) - Date.parse(validFrom)) / 86_400_000 + 1;
    if (validFrom < dayOf(this.clock.now()) || days < 1 || days > mostDays) {
      throw new DomainError('delegation.days', { days: mostDays });
    }
  }

  /** Both posts, held in one order: delegations that touch the same post are made one after the other. */
  private async hold(ids: readonly string[]): Promise<PostRow[]> {
    return this.database.query<PostRow>(
      `SELECT post.id, post.person_id AS "personId", post.agency_id AS "agencyId", post.role,
              post.valid_from AS "validFrom", post.valid_to AS "validTo",
              person.disabled_at IS NOT NULL OR person.kind <> 'person' AS "isDisabled"
         FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = ANY ($1::uuid[]) ORDER BY post.id FOR UPDATE OF post`,
      [ids],
    );
  }

  /** One stand-in at a time, and who stands in does not pass it on: no chain, whose end nobody has named. */
  private async checkOverlap(fromPostId: string, { toPostId, validFrom, validTo }: Wish): Promise<void> {
    const [other] = await this.database.query<{ from: string; to: string }>(
      `SELECT valid_from AS "from", valid_to AS "to" FROM delegations
        WHERE revoked_at IS NULL AND valid_from <= $4 AND valid_to >= $3
          AND (from_post_id IN ($1, $2) OR to_post_id = $1)
        ORDER BY valid_from LIMIT 1`,
      [fromPostId, toPostId, validFrom, validTo],
    );
    if (other !== undefined) {
      throw new DomainError('delegation.overlapping', { ...other });
    }
  }

  private async write(actor: Actor, absent: PostRow, { toPostId, validFrom, validTo, reason }: Wish): Promise<void> {
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `INSERT INTO delegations (id, from_post_id, to_post_id, valid_from, valid_to, reason, made_by_post_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, absent.id, toPostId, validFrom, validTo, reason, actor.postId, now],
    );
    await this.audit.record(actor, {
      action: 'delegation.made',
      objectType: 'person',
      objectId: absent.personId,
      agencyId: absent.agencyId,
      note: reason,
      after: { id, fromPostId: absent.id, toPostId, validFrom, validTo },
    });
  }
}

function bothLast(posts: readonly PostRow[], { validFrom, validTo }: Wish): boolean {
  return posts.every(
    (post) => !post.isDisabled && post.validFrom <= validFrom && (post.validTo === null || post.validTo >= validTo),
  );
}
