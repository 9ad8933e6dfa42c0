import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, maxSavedViews, type WriteSavedView } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { SavedViews } from './saved-views.js';

/** A person keeps what they look at in the outgoing list under a name. */
@Injectable()
export class AddSavedView {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly views: SavedViews,
    private readonly audit: Audit,
  ) {}

  /** Gives the id. @throws DomainError `permission.denied`, `saved-view.name-taken`, `saved-view.too-many`. */
  async execute(actor: Actor, wish: WriteSavedView): Promise<string> {
    return this.database.transaction(async () => {
      const own = await this.views.holdOwn(actor);
      this.views.check(actor, wish, own);
      if (own.length >= maxSavedViews) {
        throw new DomainError('saved-view.too-many', { max: maxSavedViews });
      }
      if (wish.isDefault) {
        await this.views.clearDefault(actor);
      }
      const now = this.clock.now();
      const id = newId(now.getTime());
      await this.database.query(
        `INSERT INTO saved_views (id, person_id, agency_id, name, box, filter, is_default, is_shared, position, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          actor.personId,
          actor.agencyId,
          wish.name,
          wish.box,
          JSON.stringify(wish.filter),
          wish.isDefault,
          wish.isShared,
          (own.at(-1)?.position ?? 0) + 1,
          now,
        ],
      );
      await this.audit.record(actor, {
        action: 'saved-view.added',
        objectType: 'saved-view',
        objectId: id,
        note: wish.name,
        after: { name: wish.name, box: wish.box, filter: { ...wish.filter }, isShared: wish.isShared },
      });
      return id;
    });
  }
}
