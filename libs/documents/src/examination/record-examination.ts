import { Injectable, Logger } from '@nestjs/common';
import { Audit } from '#audit';
import type { DocumentState, MalwareState, StampFinding, StampState, TrailAction, UnreadReason } from '#contracts';
import { Clock } from '#kernel';
import { Config, Database, LiveChannel } from '#platform';
import { allowsMove } from '../document-lifecycle.js';
import type { CheckRow } from './check-row.js';

export interface Examined {
  readonly malware: MalwareState;
  readonly signature: string | null;
  readonly scannerDown: boolean;
  readonly stamp: StampState;
  readonly findings: readonly StampFinding[];
  readonly unread: UnreadReason | null;
  readonly unreadPages: number | null;
}

/** Longest pause between two tries of a scanner that is down, in milliseconds. */
const longestPause = 5 * 60_000;
/** A limit is raised by somebody in a configuration file: once an hour is soon enough to see it. */
const raisedLimitPause = 60 * 60_000;

/**
 * Writes down what a look at a file gave. The document is held meanwhile: who issues it comes before this or after it,
 * never in between.
 */
@Injectable()
export class RecordExamination {
  private readonly logger = new Logger(RecordExamination.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  async execute(file: CheckRow, examined: Examined): Promise<void> {
    await this.database.transaction(async () => {
      const [document] = await this.database.query<{ agencyId: string; state: DocumentState }>(
        'SELECT agency_id AS "agencyId", state FROM documents WHERE id = $1 FOR UPDATE',
        [file.documentId],
      );
      const isTooLate =
        file.stamp !== 'waiting' && document !== undefined && !allowsMove(document.state, 'withdraw-file');
      const isWritten = !isTooLate && (await this.write(file, examined));
      if (document === undefined || !isWritten) {
        return;
      }
      for (const [action, data] of this.remarkable(file, examined)) {
        await this.audit.record(null, {
          action,
          objectType: 'document',
          objectId: file.documentId,
          agencyId: document.agencyId,
          note: file.fileName,
          data: { attachmentId: file.attachmentId, digest: file.digest, ...data },
        });
      }
      await this.live.publish([document.agencyId], 'documents', file.documentId);
    });
    if (examined.malware === 'too-large') {
      this.logger.warn(`the scanner does not look at files of ${file.size} bytes: raise StreamMaxLength, MaxFileSize`);
    }
  }

  /** Two looks at the same file: the second finds it as the first left it, and writes nothing. */
  private async write(file: CheckRow, examined: Examined): Promise<boolean> {
    const { affected } = await this.database.execute(
      `UPDATE file_checks
          SET malware = $4, signature = $5, scanner_down = $6, stamp = $7, findings = $8, unread = $9,
              unread_pages = $10, tries = tries + 1, next_try_at = $11,
              released_by_post_id = CASE WHEN $7 = 'held' THEN NULL ELSE released_by_post_id END,
              released_by_name = CASE WHEN $7 = 'held' THEN NULL ELSE released_by_name END,
              released_at = CASE WHEN $7 = 'held' THEN NULL ELSE released_at END,
              release_reason = CASE WHEN $7 = 'held' THEN NULL ELSE release_reason END
        WHERE attachment_id = $1 AND malware = $2 AND stamp = $3 AND tries = $12`,
      [
        file.attachmentId,
        file.malware,
        file.stamp,
        examined.malware,
        examined.signature,
        examined.scannerDown,
        examined.stamp,
        JSON.stringify(examined.findings),
        examined.unread,
        examined.unreadPages,
        this.nextTry(file, examined),
        file.tries,
      ],
    );
    return affected === 1;
  }

  private nextTry({ tries }: CheckRow, { malware, scannerDown }: Examined): Date | null {
    const now = this.clock.now().getTime();
    if (scannerDown) {
      const pause = this.config.sweepSeconds * 1000 * 2 ** Math.min(tries, 10);
      return new Date(now + Math.min(pause, longestPause));
    }
    return malware === 'too-large' ? new Date(now + raisedLimitPause) : null;
  }

  /** What goes on record: nothing of a file that is as it should be. */
  private remarkable(file: CheckRow, examined: Examined): (readonly [TrailAction, Record<string, string>])[] {
    return [
      ...(examined.malware === 'infected'
        ? [['document.file-infected', { signature: examined.signature ?? '' }] as const]
        : []),
      ...(examined.malware === 'too-large' && file.malware !== 'too-large'
        ? [['document.file-not-scanned', {}] as const]
        : []),
      ...(examined.stamp === 'held' && file.stamp !== 'held'
        ? [['document.file-held', { text: examined.findings[0]?.text ?? '' }] as const]
        : []),
    ];
  }
}
