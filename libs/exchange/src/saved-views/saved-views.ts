import { Injectable } from '@nestjs/common';
import type { Actor, DocumentFilter, FindDocuments } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { mayKeepViews, mayShareViews } from './saved-view-policy.js';

interface OwnView {
  readonly id: string;
  readonly name: string;
  readonly box: FindDocuments['box'];
  readonly filter: DocumentFilter;
  readonly isDefault: boolean;
  readonly isShared: boolean;
  readonly position: number;
}

interface Wish {
  readonly name: string;
  readonly isShared: boolean;
}

/** What every change of a person’s views begins with: changes of one person come one after the other. */
@Injectable()
export class SavedViews {
  constructor(private readonly database: Database) {}

  /** Holds the person until the transaction ends and gives their views of this agency in order. @throws DomainError `permission.denied`. */
  async holdOwn(actor: Actor): Promise<OwnView[]> {
    if (!mayKeepViews(actor)) {
      throw new DomainError('permission.denied');
    }
    await this.database.query('SELECT 1 FROM people WHERE id = $1 FOR NO KEY UPDATE', [actor.personId]);
    return this.database.query<OwnView>(
      `SELECT id, name, box, filter, is_default AS "isDefault", is_shared AS "isShared", position FROM saved_views
        WHERE person_id = $1 AND agency_id = $2 ORDER BY position, id`,
      [actor.personId, actor.agencyId],
    );
  }

  /** Another person’s view is as good as none, shared or not. @throws DomainError `not-found`, `permission.denied`. */
  async hold(actor: Actor, id: string): Promise<{ view: OwnView; own: readonly OwnView[] }> {
    const own = await this.holdOwn(actor);
    const view = own.find((one) => one.id === id);
    if (view === undefined) {
      throw new DomainError('not-found');
    }
    return { view, own };
  }

  /** @throws DomainError `saved-view.name-taken`, `permission.denied` for who may not share. */
  check(actor: Actor, { name, isShared }: Wish, others: readonly OwnView[]): void {
    if (isShared && !mayShareViews(actor)) {
      throw new DomainError('permission.denied');
    }
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
      throw new DomainError('saved-view.name-taken', { name });
    }
  }

  /** Before another becomes the default. */
  async clearDefault(actor: Actor): Promise<void> {
    await this.database.query(
      'UPDATE saved_views SET is_default = false WHERE person_id = $1 AND agency_id = $2 AND is_default',
      [actor.personId, actor.agencyId],
    );
  }
}
