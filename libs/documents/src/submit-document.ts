import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { Documents } from './documents.js';

/** The drafter lays the document before the leader. */
@Injectable()
export class SubmitDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.no-attachment`, `document.no-recipient`, `document.wrong-state`. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'submit');
      await this.documents.move(document, 'submit');
      const [counts] = await this.database.query<{ attachments: number; recipients: number }>(
        `SELECT (SELECT count(*) FROM attachments WHERE document_id = $1) AS attachments,
                (SELECT count(*) FROM document_recipients WHERE document_id = $1) AS recipients`,
        [documentId],
      );
      if (counts?.attachments === 0) {
        throw new DomainError('document.no-attachment');
      }
      if (counts?.recipients === 0) {
        throw new DomainError('document.no-recipient');
      }
      await this.audit.record(actor, { action: 'document.submitted', objectType: 'document', objectId: documentId });
    });
  }
}
