import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { SavedViews } from './saved-views.js';

/** A person lets go of one of their views; a shared one leaves the menus of the others with it. */
@Injectable()
export class DeleteSavedView {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`. */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { view } = await this.views.hold(actor, id);
      await this.database.query('DELETE FROM saved_views WHERE id = $1', [id]);
      await this.audit.record(actor, {
        action: 'saved-view.deleted',
        objectType: 'saved-view',
        objectId: id,
        note: view.name,
        before: { name: view.name, box: view.box, filter: { ...view.filter }, isShared: view.isShared },
      });
    });
  }
}
