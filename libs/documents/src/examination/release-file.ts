import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { HeldFiles } from './held-files.js';

/** The clerk says, with a reason on record, that a file with a mark of secrecy is not classified. */
@Injectable()
export class ReleaseFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly heldFiles: HeldFiles,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.file-not-held`, `not-found`, `permission.denied`. */
  async execute(actor: Actor, documentId: string, attachmentId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { document, file } = await this.heldFiles.hold(actor, documentId, attachmentId, 'release');
      await this.database.query(
        `UPDATE file_checks SET stamp = 'released', released_by_post_id = $2, released_by_name = $3, released_at = $4,
                release_reason = $5 WHERE attachment_id = $1`,
        [attachmentId, actor.postId, actor.fullName, this.clock.now(), reason],
      );
      await this.audit.record(actor, {
        action: 'document.file-released',
        objectType: 'document',
        objectId: documentId,
        note: reason,
        data: {
          attachmentId,
          fileName: file.fileName,
          digest: file.digest,
          found: file.findings.map(({ text }) => text),
        },
        before: { stamp: 'held' },
        after: { stamp: 'released' },
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
    });
  }
}
