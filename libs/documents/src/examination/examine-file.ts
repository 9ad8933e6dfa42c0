import { Injectable } from '@nestjs/common';
import type { StampState } from '#contracts';
import {
  Database,
  FileMissing,
  FileStore,
  MalwareScanner,
  OnJob,
  PermanentFailure,
  ScannerUnavailable,
} from '#platform';
import { checkColumns, checkedFiles, type CheckRow } from './check-row.js';
import { examineFileJob } from './examine-file.job.js';
import { isReadable, readText, type TextVerdict } from './read-text.js';
import { type Examined, RecordExamination } from './record-examination.js';
import { WithdrawnContent } from './withdrawn-content.js';

const nothingFound: TextVerdict = { findings: [], unread: null, unreadPages: null };

/** Looks at one file: for malware where a scanner is set up, and for marks of secrecy in its text. */
@Injectable()
export class ExamineFile {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly scanner: MalwareScanner,
    private readonly withdrawn: WithdrawnContent,
    private readonly record: RecordExamination,
  ) {}

  @OnJob(examineFileJob)
  async execute({ attachmentId }: { attachmentId: string }): Promise<void> {
    const [file] = await this.database.query<CheckRow>(
      `SELECT ${checkColumns} FROM ${checkedFiles} WHERE file.id = $1 AND file_check.next_try_at IS NOT NULL`,
      [attachmentId],
    );
    if (file === undefined) {
      return;
    }
    try {
      const scanned = await this.scan(file);
      const read = scanned.malware === 'infected' ? { ...nothingFound, stamp: file.stamp } : await this.read(file);
      await this.record.execute(file, { ...scanned, ...read });
    } catch (error) {
      throw error instanceof FileMissing ? new PermanentFailure(error.message) : error;
    }
  }

  private async scan(file: CheckRow): Promise<Pick<Examined, 'malware' | 'signature' | 'scannerDown'>> {
    if (file.malware !== 'waiting' && file.malware !== 'too-large') {
      return { malware: file.malware, signature: file.signature, scannerDown: false };
    }
    try {
      const result = await this.scanner.scan(await this.files.open(file.digest));
      const signature = result.verdict === 'infected' ? result.signature : null;
      return { malware: result.verdict, signature, scannerDown: false };
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) {
        throw error;
      }
      return { malware: file.malware, signature: null, scannerDown: true };
    }
  }

  private async read(file: CheckRow): Promise<TextVerdict & { stamp: StampState }> {
    if (file.stamp !== 'waiting') {
      const { findings, unread, unreadPages, stamp } = file;
      return { findings, unread, unreadPages, stamp };
    }
    const findings = await this.withdrawn.findingsIn(file.digest);
    if (findings.length > 0) {
      return { ...nothingFound, findings, stamp: 'held' };
    }
    const refusal = isReadable(file.mediaType, file.size);
    if (refusal !== null) {
      return { ...nothingFound, unread: refusal, stamp: 'unread' };
    }
    const verdict = await readText(file.mediaType, await this.bytes(file));
    if (verdict.findings.length > 0) {
      return { ...verdict, stamp: 'held' };
    }
    return { ...verdict, stamp: verdict.unread === null ? 'clear' : 'unread' };
  }

  private async bytes({ digest }: CheckRow): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.files.open(digest)) {
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }
}
