import { Injectable } from '@nestjs/common';
import type { ExchangeMode, ShareExclusion, ShareIndicator, ShareOutcome } from '#contracts';
import { Database } from '#platform';
import { expectedExchanges } from './expected-exchanges.js';
import { cellColumns, cellsOf, documentCellsOf, documentsNow } from './share-cells.js';
import type { ShareCell } from './share-cell.entity.js';
import { shareNow } from './share-now.js';

/** What an exchange says, by the registers or by one of the tables. */
export interface ExchangeFacts {
  readonly senderId: string;
  readonly indicator: ShareIndicator | null;
  readonly issuedOn: string;
  readonly typeName: string;
  readonly mode: ExchangeMode;
  readonly paperReason: string | null;
  readonly sentOnPaper: boolean;
  readonly cameOnPaper: boolean;
  readonly excludedReason: ShareExclusion | null;
}

/** What the changes of an exchange add up to. */
export interface CountedFacts {
  readonly senderId: string;
  readonly indicator: ShareIndicator;
  readonly issuedOn: string;
  readonly typeName: string;
  readonly paperReason: string | null;
  readonly outcome: ShareOutcome;
  /** 1 is right. */
  readonly count: number;
}

interface OfExchange<Table, Facts> {
  readonly table: Table;
  readonly originId: string;
  readonly recipientId: string;
  /** By the registers; null: there should be nothing. */
  readonly expected: Facts | null;
  /** In the table; null: there is nothing. */
  readonly found: Facts | null;
}

interface OfCell {
  readonly table: 'share_cells';
  readonly cell: Omit<ShareCell, 'amount'>;
  readonly expected: number;
  /** In the cell, with what is not folded yet. */
  readonly found: number;
}

/** Something that a table says otherwise than the registers. */
export type ShareDifference =
  | OfExchange<'exchanges', ExchangeFacts>
  | OfExchange<'share_deltas', CountedFacts>
  | OfCell;

export interface ShareRecount {
  /** Exchanges that the registers tell of, excluded ones among them. */
  readonly checked: number;
  readonly differences: readonly ShareDifference[];
  readonly milliseconds: number;
}

/** Differences that are told; whoever has more mends these first. */
const mostTold = 1000;

const facts = (row: string): string => `jsonb_build_object(
  'senderId', ${row}.sender_id, 'indicator', ${row}.indicator, 'issuedOn', ${row}.issued_on,
  'typeName', ${row}.type_name, 'mode', ${row}.mode, 'paperReason', ${row}.paper_reason,
  'sentOnPaper', ${row}.sent_on_paper, 'cameOnPaper', ${row}.came_on_paper, 'excludedReason', ${row}.excluded_reason)`;

const register = `
  SELECT * FROM (${expectedExchanges({ documents: 'true', arrivals: 'true' })}) AS expected`;

const inExchanges = `
  SELECT jsonb_build_object('table', 'exchanges', 'originId', origin_id, 'recipientId', recipient_id,
           'expected', CASE WHEN register.mode IS NOT NULL THEN ${facts('register')} END,
           'found', CASE WHEN listed.mode IS NOT NULL THEN ${facts('listed')} END) AS difference
    FROM register FULL JOIN exchanges AS listed USING (origin_id, recipient_id)
   WHERE (register.sender_id, register.indicator, register.issued_on, register.type_name, register.mode,
          register.paper_reason, register.sent_on_paper, register.came_on_paper, register.excluded_reason)
         IS DISTINCT FROM
         (listed.sender_id, listed.indicator, listed.issued_on, listed.type_name, listed.mode,
          listed.paper_reason, listed.sent_on_paper, listed.came_on_paper, listed.excluded_reason)`;

const counted = (row: string): string => `
  CASE WHEN ${row}.count IS NOT NULL THEN jsonb_build_object(
    'senderId', ${row}.sender_id, 'indicator', ${row}.indicator, 'issuedOn', ${row}.issued_on,
    'typeName', ${row}.type_name, 'paperReason', ${row}.paper_reason, 'outcome', ${row}.outcome,
    'count', ${row}.count) END`;

const countable = `
  SELECT origin_id, recipient_id, sender_id, indicator, issued_on, type_name, paper_reason,
         coalesce(excluded_reason, mode) AS outcome, 1 AS count
    FROM register WHERE indicator IS NOT NULL`;

const summed = `
  SELECT origin_id, recipient_id, sender_id, indicator, issued_on, type_name, paper_reason, outcome,
         sum(amount)::integer AS count
    FROM share_deltas
   GROUP BY origin_id, recipient_id, sender_id, indicator, issued_on, type_name, paper_reason, outcome
  HAVING sum(amount) <> 0`;

const inDeltas = `
  SELECT jsonb_build_object('table', 'share_deltas', 'originId', origin_id, 'recipientId', recipient_id,
           'expected', ${counted('countable')}, 'found', ${counted('summed')})
    FROM (${countable}) AS countable FULL JOIN (${summed}) AS summed USING (origin_id, recipient_id)
   WHERE (countable.sender_id, countable.indicator, countable.issued_on, countable.type_name, countable.paper_reason,
          countable.outcome, countable.count)
         IS DISTINCT FROM
         (summed.sender_id, summed.indicator, summed.issued_on, summed.type_name, summed.paper_reason, summed.outcome,
          summed.count)`;

/** Exchanges that are alike are counted before they are told by day and by month. */
const alike = (agency: string): string => `(
  SELECT ${agency}, indicator, issued_on, type_name, paper_reason, coalesce(excluded_reason, mode) AS outcome,
         count(*) AS amount
    FROM register WHERE indicator IS NOT NULL
   GROUP BY ${agency}, indicator, issued_on, type_name, paper_reason, coalesce(excluded_reason, mode))`;

const inCells = `
  SELECT jsonb_build_object('table', 'share_cells', 'cell', jsonb_build_object(
           'unit', unit, 'direction', direction, 'agencyId', agency_id, 'grain', grain, 'detail', detail,
           'indicator', indicator, 'startsOn', starts_on, 'value', value, 'outcome', outcome),
         'expected', coalesce(sum(amount) FILTER (WHERE is_expected), 0),
         'found', coalesce(sum(amount) FILTER (WHERE NOT is_expected), 0))
    FROM (SELECT true AS is_expected, ${cellColumns}, amount FROM (${cellsOf(alike('sender_id'), ['all', 'sent'])}) AS sent
           UNION ALL
          SELECT true, ${cellColumns}, amount FROM (${cellsOf(alike('recipient_id'), ['received'])}) AS received
           UNION ALL
          SELECT true, ${cellColumns}, amount
            FROM (${documentCellsOf(`(SELECT *, 1 AS amount FROM (${documentsNow('true')}) AS now)`)}) AS documents
           UNION ALL
          SELECT false, ${cellColumns}, amount FROM ${shareNow} AS cell) AS both_sides
   GROUP BY ${cellColumns}
  HAVING coalesce(sum(amount) FILTER (WHERE is_expected), 0) <> coalesce(sum(amount) FILTER (WHERE NOT is_expected), 0)`;

/** Counts every exchange again from the registers and tells where the running count says something else. */
@Injectable()
export class RecountShare {
  constructor(private readonly database: Database) {}

  /** One statement, so that one snapshot: work that goes on meanwhile is in all of what it reads or in nothing of it. */
  async execute(): Promise<ShareRecount> {
    const start = performance.now();
    const [row] = await this.database.query<Omit<ShareRecount, 'milliseconds'>>(
      `WITH register AS MATERIALIZED (${register}),
       difference AS (${inExchanges} UNION ALL ${inDeltas} UNION ALL ${inCells})
       SELECT (SELECT count(*) FROM register) AS checked,
              (SELECT coalesce(jsonb_agg(difference), '[]')
                 FROM (SELECT difference FROM difference ORDER BY difference LIMIT ${mostTold}) AS told) AS differences`,
    );
    return {
      checked: row?.checked ?? 0,
      differences: row?.differences ?? [],
      milliseconds: Math.round(performance.now() - start),
    };
  }
}
