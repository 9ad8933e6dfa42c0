import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { TakeOffFile } from './take-off-file.js';

/** The drafter takes a file off a draft; the bytes stay in the store, where another document may share them. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly takeOff: TakeOffFile,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string, attachmentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'edit');
      await this.documents.touch(document);
      const removed = await this.takeOff.execute(documentId, attachmentId);
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
