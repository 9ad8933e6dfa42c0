import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';

/** Who opens a document that was sent to them to know has read it: the mark is set once. A stand-in reads for nobody. [own] */
@Injectable()
export class ReadNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `UPDATE document_notices SET read_at = $3
          WHERE document_id = $1 AND reader_post_id = $2 AND read_at IS NULL`,
        [documentId, actor.postId, this.clock.now()],
      );
      if (affected > 0) {
        await this.live.publish([actor.agencyId], 'documents', documentId);
      }
    });
  }
}
