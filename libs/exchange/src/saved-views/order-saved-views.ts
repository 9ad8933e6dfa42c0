import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { SavedViews } from './saved-views.js';

/** The order in which a person’s own views stand in their menu. */
@Injectable()
export class OrderSavedViews {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `saved-view.order-stale` unless each of the own ones is named once. */
  async execute(actor: Actor, ids: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      const before = (await this.views.holdOwn(actor)).map(({ id }) => id);
      const named = new Set(ids);
      if (named.size !== ids.length || ids.length !== before.length || !before.every((id) => named.has(id))) {
        throw new DomainError('saved-view.order-stale');
      }
      await this.database.query(
        `UPDATE saved_views AS view SET position = given.position
           FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, position) WHERE given.id = view.id`,
        [ids],
      );
      await this.audit.record(actor, {
        action: 'saved-views.ordered',
        objectType: 'saved-view',
        objectId: 'all',
        before: { ids: before },
        after: { ids: [...ids] },
      });
    });
  }
}
