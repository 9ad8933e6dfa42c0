import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Documents } from '#documents';
import { Database } from '#platform';
import { CarryOutSending } from './carry-out-sending.js';

/** The clerk sends an issued document now; a time that was set for it is no longer waited for. */
@Injectable()
export class DispatchDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly carryOut: CarryOutSending,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state` (a document is sent once) and what `CarryOutSending` refuses. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send');
      const change = await this.documents.move(document, 'send');
      await this.database.query('DELETE FROM scheduled_sendings WHERE document_id = $1', [documentId]);
      const data = await this.carryOut.execute({
        document,
        byPostId: actor.postId,
        senderId: actor.agencyId,
        number: 1,
      });
      await this.audit.record(actor, {
        action: 'document.sent',
        objectType: 'document',
        objectId: documentId,
        data: { ...data },
        ...change,
      });
    });
  }
}
