import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Outbox } from '#platform';
import { examinationPriority, examineFileJob, lostAfter } from './examine-file.job.js';

/** Promises that a file is looked at, by whichever way it came. A file without this row goes nowhere. */
@Injectable()
export class RequestExamination {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** In the transaction that attaches the file. */
  async execute(documentId: string, attachmentId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO file_checks (attachment_id, document_id, malware, scanner_down, stamp, findings, tries, next_try_at)
       VALUES ($1, $2, 'waiting', false, 'waiting', '[]', 0, $3)`,
      [attachmentId, documentId, new Date(this.clock.now().getTime() + lostAfter)],
    );
    await this.outbox.add(examineFileJob, { attachmentId }, { priority: examinationPriority });
  }
}
