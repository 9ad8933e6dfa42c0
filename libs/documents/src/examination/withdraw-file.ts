import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { HeldFiles } from './held-files.js';
import { ReturnHeld } from './return-held.js';
import { StrikeFile } from './strike-file.js';

/**
 * The clerk withdraws a held document: it goes back to its drafter with the reason. The marked file leaves it for good,
 * so that nobody opens it any more; its name, digest and place of the mark stay on record. One with malware goes back
 * with the document: nobody opens it either, and the drafter takes it off. [own]
 */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly heldFiles: HeldFiles,
    private readonly returning: ReturnHeld,
    private readonly strikeFile: StrikeFile,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.file-not-held`, `document.wrong-state`, `not-found`, `permission.denied`. */
  async execute(actor: Actor, documentId: string, attachmentId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { document, file } = await this.heldFiles.hold(actor, documentId, attachmentId, 'withdraw');
      const change = await this.documents.move(document, 'withdraw-file');
      if (file.malware !== 'infected') {
        await this.strikeFile.execute(actor, file, reason);
      }
      await this.returning.execute(actor, documentId, reason);
      await this.audit.record(actor, {
        action: file.malware === 'infected' ? 'document.file-sent-back' : 'document.file-withdrawn',
        objectType: 'document',
        objectId: documentId,
        note: reason,
        data: { attachmentId, fileName: file.fileName, digest: file.digest, size: file.size },
        ...change,
      });
    });
  }
}
