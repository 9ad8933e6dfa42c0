import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database, Outbox } from '#platform';
import { TakeOffFile } from '../files/take-off-file.js';
import type { CheckRow } from './check-row.js';
import { examinationPriority } from './examine-file.job.js';
import { holdCopiesJob } from './hold-copies.job.js';

/** Takes a marked file off its document for good; its name, digest and the place of the mark stay on record, and its copies are held. */
@Injectable()
export class StrikeFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly takeOff: TakeOffFile,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction of the withdrawal. */
  async execute(actor: Actor, file: CheckRow, reason: string): Promise<void> {
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
    await this.takeOff.execute(file.documentId, file.attachmentId);
    await this.outbox.add(holdCopiesJob, { digest: file.digest }, { priority: examinationPriority });
  }
}
