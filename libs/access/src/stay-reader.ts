import { Injectable } from '@nestjs/common';
import type { AccessObjectType, Actor } from '#contracts';
import { Database } from '#platform';
import { type AccessFacts, isKeptFrom } from './access-policy.js';

/**
 * Who handles a narrowed document stays among its readers: the clerk who numbers, sends or registers it has seen it and
 * has to be able to look up what was done. [own]
 */
@Injectable()
export class StayReader {
  constructor(private readonly database: Database) {}

  /** In the transaction of the move, which holds the document. */
  async execute(actor: Actor, type: AccessObjectType, object: { id: string; access: AccessFacts }): Promise<void> {
    if (!isKeptFrom(actor, object.access)) {
      return;
    }
    await this.database.query(
      `INSERT INTO access_change_posts (change_id, post_id)
       SELECT id, $3 FROM access_changes
        WHERE object_type = $1 AND object_id = $2 AND kind = 'narrowed' AND withdrawn_at IS NULL
       ON CONFLICT DO NOTHING`,
      [type, object.id, actor.postId],
    );
  }
}
