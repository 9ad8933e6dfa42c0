import { Injectable } from '@nestjs/common';
import type { AccessObjectType } from '#contracts';
import { Database } from '#platform';

/** Posts that a narrowed document is sent to are named among its readers: who sends it to them means them to read it. [own] */
@Injectable()
export class AdmitReaders {
  constructor(private readonly database: Database) {}

  /** In the transaction of the sending, which holds the document. */
  async execute(type: AccessObjectType, objectId: string, postIds: readonly string[]): Promise<void> {
    if (postIds.length === 0) {
      return;
    }
    await this.database.query(
      `INSERT INTO access_change_posts (change_id, post_id)
       SELECT change.id, post_id FROM access_changes AS change CROSS JOIN unnest($3::uuid[]) AS post_id
        WHERE object_type = $1 AND object_id = $2 AND kind = 'narrowed' AND withdrawn_at IS NULL
       ON CONFLICT DO NOTHING`,
      [type, objectId, postIds],
    );
  }
}
