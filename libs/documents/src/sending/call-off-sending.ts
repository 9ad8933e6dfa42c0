import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { Documents } from '../documents.js';

/** The clerk calls a sending at a set time off; the document waits for the clerk again. */
@Injectable()
export class CallOffSending {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `document.not-scheduled`, when it was sent or called off meanwhile too. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send');
      const [gone] = await this.database.query<{ sendAt: Date }>(
        'DELETE FROM scheduled_sendings WHERE document_id = $1 RETURNING send_at AS "sendAt"',
        [documentId],
      );
      if (gone === undefined) {
        throw new DomainError('document.not-scheduled');
      }
      await this.audit.record(actor, {
        action: 'document.sending-called-off',
        objectType: 'document',
        objectId: documentId,
        before: { sendAt: gone.sendAt.toISOString() },
        after: null,
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
    });
  }
}
