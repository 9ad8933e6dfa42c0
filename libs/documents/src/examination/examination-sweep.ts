import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Outbox } from '#platform';
import { examinationPriority, examineFileJob, lostAfter } from './examine-file.job.js';

/** Files that one transaction promises to look at again. */
const batchSize = 200;

/** Promises another look at the files whose time has come: the scanner was down, or a look was lost on its way. */
@Injectable()
export class ExaminationSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Gives how many. */
  async execute(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async () => {
      const due = await this.database.query<{ attachmentId: string }>(
        `UPDATE file_checks SET next_try_at = $2
          WHERE attachment_id IN (SELECT attachment_id FROM file_checks WHERE next_try_at <= $1
                                   ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING attachment_id AS "attachmentId"`,
        [now, new Date(now.getTime() + lostAfter), batchSize],
      );
      for (const { attachmentId } of due) {
        await this.outbox.add(examineFileJob, { attachmentId }, { priority: examinationPriority });
      }
      return due.length;
    });
  }
}
