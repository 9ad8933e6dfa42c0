import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database, FileStore, LiveChannel, OnJob, PermanentFailure, verified } from '#platform';
import { verifyArchiveEntryJob } from './verify-archive-entry.job.js';

interface ArchivedFileRow {
  readonly fileName: string;
  readonly size: number;
  readonly digest: string;
}

/** Codes that say something of the file itself; anything else may pass by itself, such as a store that is away. */
const lasting = ['file.missing', 'file.damaged'];

/** Reads every stored file of an entry from its first to its last byte and notes when all were found equal. */
@Injectable()
export class VerifyArchiveEntry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly live: LiveChannel,
  ) {}

  /** @throws PermanentFailure naming every file that is missing or was altered; `verified_at` stays as it was. */
  @OnJob(verifyArchiveEntryJob)
  async execute({ entryId }: { readonly entryId: string }): Promise<void> {
    const rows = await this.database.query<ArchivedFileRow>(
      `SELECT file_name AS "fileName", size, digest FROM archived_files WHERE entry_id = $1 ORDER BY position`,
      [entryId],
    );
    const faults: string[] = [];
    for (const file of rows) {
      const fault = await this.faultOf(file);
      if (fault !== undefined) {
        faults.push(`${file.fileName} (${file.digest}): ${fault}`);
      }
    }
    if (faults.length > 0) {
      throw new PermanentFailure(`archive entry ${entryId} can't be verified: ${faults.join('; ')}`);
    }
    await this.note(entryId);
  }

  private async faultOf({ digest, size }: ArchivedFileRow): Promise<string | undefined> {
    try {
      const stream: AsyncIterable<Uint8Array> = verified(await this.files.open(digest), digest);
      let bytes = 0;
      for await (const chunk of stream) {
        bytes += chunk.byteLength;
      }
      return bytes === size ? undefined : `${bytes} bytes instead of ${size}`;
    } catch (error) {
      if (error instanceof DomainError && lasting.includes(error.code)) {
        return error.code;
      }
      throw error;
    }
  }

  private async note(entryId: string): Promise<void> {
    await this.database.transaction(async () => {
      const [entry] = await this.database.query<{ agencyId: string }>(
        `WITH verified AS (UPDATE archive_entries SET verified_at = $2 WHERE id = $1 RETURNING agency_id)
         SELECT agency_id AS "agencyId" FROM verified`,
        [entryId, this.clock.now()],
      );
      if (entry === undefined) {
        throw new PermanentFailure(`there is no archive entry ${entryId}`);
      }
      await this.live.publish([entry.agencyId], 'archive', entryId);
    });
  }
}
