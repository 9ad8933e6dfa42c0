import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import type { CheckRow } from './check-row.js';
import { HeldFiles } from './held-files.js';
import { ReturnHeld } from './return-held.js';

/**
 * The clerk withdraws a held document: it goes back to its drafter with the reason. The marked file leaves it for good,
 * so that nobody opens it any more; its name, digest and place of the mark stay on record. One with malware goes back
 * with the document: nobody opens it either, and the drafter takes it off. [own]
 */
@Injectable()
export class WithdrawFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly heldFiles: HeldFiles,
    private readonly returning: ReturnHeld,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.file-not-held`, `document.wrong-state`, `not-found`, `permission.denied`. */
  async execute(actor: Actor, documentId: string, attachmentId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { document, file } = await this.heldFiles.hold(actor, documentId, attachmentId, 'withdraw');
      const change = await this.documents.move(document, 'withdraw-file');
      if (file.malware !== 'infected') {
        await this.strike(actor, file, reason);
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

  private async strike(actor: Actor, file: CheckRow, reason: string): Promise<void> {
    await this.database.query(
      `INSERT INTO withdrawn_files (id, document_id, file_name, size, digest, findings, withdrawn_by_post_id,
                                    withdrawn_by_name, withdrawn_at, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        file.attachmentId,
        file.documentId,
        file.fileName,
        file.size,
        file.digest,
        JSON.stringify(file.findings),
        actor.postId,
        actor.fullName,
        this.clock.now(),
        reason,
      ],
    );
    await this.database.query('DELETE FROM attachments WHERE id = $1', [file.attachmentId]);
  }
}
