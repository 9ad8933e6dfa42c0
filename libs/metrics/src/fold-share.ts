import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { addToCells, cellsOf, documentCellsOf, documentsNow } from './share-cells.js';

/** One folds at a time; another that comes leaves it at that. */
const foldLock = 7_301_171;

/** Changes that one transaction folds. [own] */
const mostAtOnce = 5000;

/**
 * Adds the changes of the count to the cells. A fold is one transaction: whoever reads sees a change in the cells or
 * beside them, never in both and never in neither.
 */
@Injectable()
export class FoldShare {
  constructor(private readonly database: Database) {}

  /** Until nothing is left. Gives how many changes were folded. */
  async execute(): Promise<number> {
    let all = 0;
    for (;;) {
      const folded = await this.database.transaction(async () => this.fold());
      all += folded;
      if (folded < mostAtOnce) {
        return all;
      }
    }
  }

  private async fold(): Promise<number> {
    const [lock] = await this.database.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [
      foldLock,
    ]);
    if (lock?.held !== true) {
      return 0;
    }
    const taken = await this.database.query<{ deltaId: string; originId: string }>(
      `WITH taken AS (
         DELETE FROM share_unfolded
          WHERE delta_id IN (SELECT delta_id FROM share_unfolded ORDER BY delta_id LIMIT ${mostAtOnce})
         RETURNING delta_id),
       deltas AS (SELECT delta.* FROM taken JOIN share_deltas AS delta ON delta.id = taken.delta_id),
       folded AS (${addToCells(cellsOf('deltas'))})
       SELECT id AS "deltaId", origin_id AS "originId" FROM deltas`,
    );
    await this.foldDocuments([...new Set(taken.map(({ originId }) => originId))]);
    return taken.length;
  }

  /** By what the exchanges of these documents say now, against what stands in the cells. */
  private async foldDocuments(originIds: readonly string[]): Promise<void> {
    if (originIds.length === 0) {
      return;
    }
    await this.database.query(
      `WITH counted AS (SELECT * FROM counted_documents WHERE origin_id = ANY ($1::uuid[])),
       now AS (${documentsNow('origin_id = ANY ($1::uuid[])')}),
       gone AS (
         DELETE FROM counted_documents AS former
          WHERE origin_id = ANY ($1::uuid[])
            AND NOT EXISTS (SELECT 1 FROM now WHERE now.origin_id = former.origin_id
                               AND now.indicator = former.indicator)),
       written AS (
         INSERT INTO counted_documents (origin_id, indicator, sender_id, issued_on, mode)
         SELECT origin_id, indicator, sender_id, issued_on, mode FROM now
             ON CONFLICT (origin_id, indicator) DO UPDATE
            SET sender_id = excluded.sender_id, issued_on = excluded.issued_on, mode = excluded.mode),
       changes AS (
         SELECT indicator, sender_id, issued_on, mode, 1 AS amount FROM now
         UNION ALL
         SELECT indicator, sender_id, issued_on, mode, -1 FROM counted)
       ${addToCells(documentCellsOf('changes'))}`,
      [originIds],
    );
  }
}
