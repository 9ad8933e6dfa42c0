import { Injectable } from '@nestjs/common';
import type { AgencyView, FindAgencies, Page } from '#contracts';
import { Clock, dayOf, foldVietnamese } from '#kernel';
import { Database, decodeCursor, hasWords, toPage, wordPatterns } from '#platform';

/** Agencies that are open today, by name or by what a search finds. */
@Injectable()
export class AgenciesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async page(query: FindAgencies): Promise<Page<AgencyView>> {
    const after = decodeCursor(query.after, 1);
    const rows = await this.database.query<AgencyView>(
      `SELECT id, code, code102, name, abbreviation, level, parent_id AS "parentId" FROM agencies
        WHERE ${hasWords('$1')} AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
          AND ($3::text IS NULL OR code > $3)
        ORDER BY code LIMIT $4`,
      [wordPatterns(foldVietnamese(query.search ?? '')), dayOf(this.clock.now()), after?.[0] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.code],
      (row) => row,
    );
  }
}
