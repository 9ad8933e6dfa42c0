import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { TakeOffFile } from '../take-off-file.js';
import type { CheckRow } from './check-row.js';

/** Takes a marked file off its document for good; its name, digest and the place of the mark stay on record. */
@Injectable()
export class StrikeFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly takeOff: TakeOffFile,
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
  }
}
