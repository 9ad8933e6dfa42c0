import { Injectable } from '@nestjs/common';
import type { AccessObjectType } from '#contracts';
import { Database } from '#platform';

/**
 * Changes of rights belong to the agency that holds their document: its leaders confirm them. What was withdrawn stays
 * where it was.
 */
@Injectable()
export class FollowObjects {
  constructor(private readonly database: Database) {}

  /** In the transaction that moves the documents, with the agency that each came to. */
  async execute(type: AccessObjectType, moved: readonly { id: string; agencyId: string }[]): Promise<void> {
    await this.database.query(
      `UPDATE access_changes AS change SET agency_id = moved."agencyId"
         FROM jsonb_to_recordset($2::jsonb) AS moved(id uuid, "agencyId" uuid)
        WHERE change.object_type = $1 AND change.object_id = moved.id AND change.withdrawn_at IS NULL`,
      [type, JSON.stringify(moved.map(({ id, agencyId }) => ({ id, agencyId })))],
    );
  }
}
