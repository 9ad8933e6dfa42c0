import { Injectable } from '@nestjs/common';
import { accessChanged, isNarrowed } from '#access';
import type { AccessObjectType } from '#contracts';
import { Database, LiveChannel, OnEvent } from '#platform';

/** An entry follows the rights on what it keeps, in the transaction in which they change. */
@Injectable()
export class FollowAccess {
  constructor(
    private readonly database: Database,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(accessChanged)
  async onAccessChanged({ objectType, objectId }: { objectType: AccessObjectType; objectId: string }): Promise<void> {
    const { rows } = await this.database.execute<{ id: string; agencyId: string }>(
      `UPDATE archive_entries SET restricted = ${isNarrowed(objectType, '$2')} WHERE direction = $1 AND source_id = $2
       RETURNING id, agency_id AS "agencyId"`,
      [objectType === 'document' ? 'outgoing' : 'incoming', objectId],
    );
    for (const { id, agencyId } of rows) {
      await this.live.publish([agencyId], 'archive', id);
    }
  }
}
