import { Injectable } from '@nestjs/common';
import { Database, OnJob } from '#platform';
import { documentMoves } from '../document-lifecycle.js';
import { checkColumns, checkedFiles, type CheckRow } from './check-row.js';
import { holdCopiesJob } from './hold-copies.job.js';
import { RecordExamination } from './record-examination.js';
import { WithdrawnContent } from './withdrawn-content.js';

/**
 * The bytes of a withdrawn file may hang on other documents, of any agency: these are held too, also where somebody had
 * released them, and their own clerks decide. What was issued before can’t be held any more; it stays on record. [own]
 */
@Injectable()
export class HoldCopies {
  constructor(
    private readonly database: Database,
    private readonly withdrawn: WithdrawnContent,
    private readonly record: RecordExamination,
  ) {}

  @OnJob(holdCopiesJob)
  async execute({ digest }: { digest: string }): Promise<void> {
    // One that nobody looked at yet is known again when its turn comes.
    const findings = await this.withdrawn.findingsIn(digest);
    const copies = await this.database.query<CheckRow>(
      `SELECT ${checkColumns} FROM ${checkedFiles} JOIN documents AS document ON document.id = file.document_id
        WHERE file.digest = $1 AND document.state = ANY ($2) AND file_check.stamp IN ('clear', 'unread', 'released')`,
      [digest, documentMoves['withdraw-file'].from],
    );
    for (const copy of copies) {
      await this.record.execute(copy, { ...copy, stamp: 'held', findings });
    }
  }
}
