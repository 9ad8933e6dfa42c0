import { Injectable } from '@nestjs/common';
import { heldPosts } from '#access';
import type { Actor } from '#contracts';
import { RecordOpening } from '#exchange';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { isWith } from './handling/assignments.js';

/**
 * Somebody opened an arrival or a file of it: the first time is kept, for the sender to see if the recipient allows
 * that; every later one finds nothing to write. Whoever has a part of the work has seen it as it is now. A system that fetches it is no reader. [own]
 */
@Injectable()
export class RecordReading {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly opening: RecordOpening,
  ) {}

  async execute(actor: Actor, arrivalId: string): Promise<void> {
    if (actor.scopes !== null) {
      return;
    }
    await this.database.transaction(async () => {
      await this.database.query(
        `UPDATE assignments AS assignment SET seen_at = $3
          WHERE arrival_id = $1 AND ended_at IS NULL AND (seen_at IS NULL OR seen_at < changed_at)
            AND ${isWith('assignment', '$2::uuid[]')}`,
        [arrivalId, heldPosts(actor), this.clock.now()],
      );
      const [opened] = await this.database.query<{ deliveryId: string | null }>(
        `UPDATE arrivals SET opened_at = $2 WHERE id = $1 AND opened_at IS NULL
         RETURNING delivery_id AS "deliveryId"`,
        [arrivalId, this.clock.now()],
      );
      if (typeof opened?.deliveryId === 'string') {
        await this.opening.execute(opened.deliveryId);
      }
    });
  }
}
