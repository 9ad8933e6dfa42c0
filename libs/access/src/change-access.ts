import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type AccessObjectType, type Actor, type ChangeAccess as Wish, isPermitted, roles } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, Events } from '#platform';
import { accessChanged } from './access-events.js';
import { canBeNarrowed, mayChangeAccess, readsWhatIsNarrowed } from './access-policy.js';
import { AccessSubjects } from './access-subjects.js';

interface ChangeCommand {
  readonly objectType: AccessObjectType;
  readonly objectId: string;
  readonly wish: Wish;
}

/**
 * An authorised person widens or narrows who reads one document. It holds at once, marked as unconfirmed until another
 * authorised person confirms it (Decree 30/2020, Annex VI, III.3b and III.3c).
 */
@Injectable()
export class ChangeAccess {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly subjects: AccessSubjects,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `access.draft-not-narrowed`, `access.already-narrowed`,
   * `access.unknown-post`, `access.nobody-named`.
   */
  async execute(actor: Actor, { objectType, objectId, wish }: ChangeCommand): Promise<void> {
    await this.database.transaction(async () => {
      const subject = await this.subjects.read(actor, objectType, objectId, true);
      if (!mayChangeAccess(actor, subject)) {
        throw new DomainError('permission.denied');
      }
      if (wish.kind === 'narrowed' && !canBeNarrowed(subject)) {
        throw new DomainError('access.draft-not-narrowed');
      }
      if (wish.kind === 'narrowed' && subject.restricted) {
        throw new DomainError('access.already-narrowed');
      }
      const postIds = await this.checkedPosts(actor, objectType, wish);
      const id = newId(this.clock.now().getTime());
      await this.database.query(
        `INSERT INTO access_changes (id, object_type, object_id, agency_id, kind, reason, changed_by_post_id, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, objectType, objectId, subject.agencyId, wish.kind, wish.reason, actor.postId, this.clock.now()],
      );
      await this.database.query(
        'INSERT INTO access_change_posts (change_id, post_id) SELECT $1, post_id FROM unnest($2::uuid[]) AS post_id',
        [id, postIds],
      );
      await this.audit.record(actor, {
        action: `${objectType}.access-${wish.kind}`,
        objectType,
        objectId,
        note: wish.reason,
        data: { changeId: id, kind: wish.kind, postIds },
        before: { restricted: subject.restricted },
        after: { restricted: subject.restricted || wish.kind === 'narrowed', [wish.kind]: postIds },
      });
      await this.events.emit(accessChanged, { objectType, objectId, agencyId: subject.agencyId });
    });
  }

  /** Who narrows keeps reading: whoever could not see it any more could not undo it either. [own] */
  private async checkedPosts(actor: Actor, objectType: AccessObjectType, wish: Wish): Promise<string[]> {
    const named = [...new Set(wish.postIds)];
    if (wish.kind === 'widened' && named.length === 0) {
      throw new DomainError('access.nobody-named');
    }
    const readers = roles.filter((role) => isPermitted({ role, scopes: null }, `${objectType}:read`));
    const [found] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = ANY ($1::uuid[]) AND post.agency_id = $2 AND post.role = ANY ($3)
          AND person.disabled_at IS NULL AND person.kind = 'person'
          AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)`,
      [named, actor.agencyId, readers, dayOf(this.clock.now())],
    );
    if (found?.count !== named.length) {
      throw new DomainError('access.unknown-post');
    }
    const staysReader = wish.kind === 'narrowed' && !readsWhatIsNarrowed(actor);
    return [...new Set(staysReader ? [...named, actor.postId] : named)];
  }
}
