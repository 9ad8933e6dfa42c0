import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { Documents } from './documents.js';

/** The drafter takes a file off a draft; the bytes stay in the store, where another document may share them. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string, attachmentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'edit');
      await this.documents.touch(document);
      const { rows } = await this.database.execute<{ fileName: string; digest: string }>(
        'DELETE FROM attachments WHERE id = $1 AND document_id = $2 RETURNING file_name AS "fileName", digest',
        [attachmentId, documentId],
      );
      const [removed] = rows;
      if (removed === undefined) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'document.file-removed',
        objectType: 'document',
        objectId: documentId,
        note: removed.fileName,
        before: { id: attachmentId, fileName: removed.fileName, digest: removed.digest },
      });
    });
  }
}
