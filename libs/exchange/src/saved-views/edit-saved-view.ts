import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteSavedView } from '#contracts';
import { Database } from '#platform';
import { SavedViews } from './saved-views.js';

/** A person renames one of their views, or changes what it shows, whether it is the first, and whether others see it. */
@Injectable()
export class EditSavedView {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `saved-view.name-taken`. */
  async execute(actor: Actor, id: string, wish: WriteSavedView): Promise<void> {
    await this.database.transaction(async () => {
      const { view, own } = await this.views.hold(actor, id);
      this.views.check(
        actor,
        wish,
        own.filter((other) => other.id !== id),
      );
      if (wish.isDefault) {
        await this.views.clearDefault(actor);
      }
      await this.database.query(
        'UPDATE saved_views SET name = $2, box = $3, filter = $4, is_default = $5, is_shared = $6 WHERE id = $1',
        [id, wish.name, wish.box, JSON.stringify(wish.filter), wish.isDefault, wish.isShared],
      );
      await this.audit.record(actor, {
        action: 'saved-view.edited',
        objectType: 'saved-view',
        objectId: id,
        note: wish.name,
        before: { name: view.name, box: view.box, filter: { ...view.filter }, isShared: view.isShared },
        after: { name: wish.name, box: wish.box, filter: { ...wish.filter }, isShared: wish.isShared },
      });
    });
  }
}
