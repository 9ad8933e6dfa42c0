import { Injectable } from '@nestjs/common';
import type { PaperReasonItem } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';

const select = `
  SELECT code, name, needs_words AS "needsWords", retired_at IS NOT NULL AS "isRetired", version FROM paper_reasons`;

/** The reasons for paper in their order; everybody who drafts chooses from them. */
@Injectable()
export class PaperReasonsQuery {
  constructor(private readonly database: Database) {}

  /** Those that are no longer offered come last: documents that were sent with them still name them. */
  async all(): Promise<PaperReasonItem[]> {
    return this.database.query<PaperReasonItem>(`${select} ORDER BY retired_at IS NOT NULL, position, code`);
  }

  /** @throws DomainError `not-found`. */
  async view(code: string): Promise<PaperReasonItem> {
    const [reason] = await this.database.query<PaperReasonItem>(`${select} WHERE code = $1`, [code]);
    if (reason === undefined) {
      throw new DomainError('not-found');
    }
    return reason;
  }
}
