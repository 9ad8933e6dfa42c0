import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, maxDaysAhead } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { Documents } from '../documents.js';
import { allowsMove } from '../document-lifecycle.js';

const day = 86_400_000;

/** The clerk sets the time at which an issued document is sent by itself, or another time than before. */
@Injectable()
export class ScheduleSending {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `document.wrong-state`, `document.send-time-past`. */
  async execute(actor: Actor, documentId: string, sendAt: Date): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send');
      if (!allowsMove(document.state, 'send')) {
        throw new DomainError('document.wrong-state', { state: document.state });
      }
      const now = this.clock.now();
      if (sendAt <= now || sendAt.getTime() > now.getTime() + maxDaysAhead * day) {
        throw new DomainError('document.send-time-past', { days: maxDaysAhead });
      }
      const [before] = await this.database.query<{ sendAt: Date }>(
        'SELECT send_at AS "sendAt" FROM scheduled_sendings WHERE document_id = $1',
        [documentId],
      );
      await this.database.query(
        `INSERT INTO scheduled_sendings (document_id, send_at, set_by_post_id, set_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (document_id) DO UPDATE
            SET send_at = excluded.send_at, set_by_post_id = excluded.set_by_post_id, set_at = excluded.set_at,
                failed_at = NULL, failure_code = NULL, failure_params = NULL`,
        [documentId, sendAt, actor.postId, now],
      );
      await this.audit.record(actor, {
        action: 'document.sending-set',
        objectType: 'document',
        objectId: documentId,
        data: { sendAt: sendAt.toISOString() },
        before: before === undefined ? null : { sendAt: before.sendAt.toISOString() },
        after: { sendAt: sendAt.toISOString() },
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
    });
  }
}
