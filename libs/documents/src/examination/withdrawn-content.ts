import { Injectable } from '@nestjs/common';
import type { StampFinding } from '#contracts';
import { Database } from '#platform';

/** Bytes that a clerk withdrew once are known again, whatever name they come back under. */
@Injectable()
export class WithdrawnContent {
  constructor(private readonly database: Database) {}

  /** The marks that it was withdrawn for; none when it never was. */
  async findingsIn(digest: string): Promise<readonly StampFinding[]> {
    const [file] = await this.database.query<{ findings: readonly StampFinding[] }>(
      'SELECT findings FROM withdrawn_files WHERE digest = $1 ORDER BY withdrawn_at DESC LIMIT 1',
      [digest],
    );
    return file?.findings ?? [];
  }
}
