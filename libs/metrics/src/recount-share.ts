import { Injectable } from '@nestjs/common';
import type { ExchangeMode, ShareIndicator } from '#contracts';
import { Database } from '#platform';
import { exchangeColumns, expectedExchanges } from './expected-exchanges.js';

/** What an exchange says, by the registers or by one of the tables. */
export interface ExchangeFacts {
  readonly senderId: string;
  readonly indicator: ShareIndicator | null;
  readonly issuedOn: string;
  readonly mode: ExchangeMode;
  readonly excludedReason: string | null;
  /** How often the exchange is in the count; 1 is right for one that counts. */
  readonly count: number;
}

/** One exchange of which a table says something else than the registers. */
export interface ShareDifference {
  readonly table: 'exchanges' | 'share_deltas';
  readonly documentId: string;
  readonly recipientId: string;
  /** By the registers; null: there should be nothing. */
  readonly expected: ExchangeFacts | null;
  /** In the table; null: there is nothing. */
  readonly found: ExchangeFacts | null;
}

export interface ShareRecount {
  /** Exchanges that the registers tell of, excluded ones among them. */
  readonly checked: number;
  readonly differences: readonly ShareDifference[];
  readonly milliseconds: number;
}

const facts = (row: string): string => `
  CASE WHEN ${row}.count IS NOT NULL THEN jsonb_build_object(
    'senderId', ${row}.sender_id, 'indicator', ${row}.indicator, 'issuedOn', ${row}.issued_on, 'mode', ${row}.mode,
    'excludedReason', ${row}.excluded_reason, 'count', ${row}.count) END`;

/** Rows of one table that the other lacks, paired where both say something of the same exchange. */
const differences = (table: string, expected: string, found: string): string => `
  SELECT '${table}' AS "table", document_id AS "documentId", recipient_id AS "recipientId",
         ${facts('missing')} AS expected, ${facts('surplus')} AS found
    FROM (SELECT * FROM ${expected} EXCEPT SELECT * FROM ${found}) AS missing
    FULL JOIN (SELECT * FROM ${found} EXCEPT SELECT * FROM ${expected}) AS surplus
   USING (document_id, recipient_id)`;

/** Counts every exchange again from the registers and tells where the running count says something else. */
@Injectable()
export class RecountShare {
  constructor(private readonly database: Database) {}

  /** One statement, so that one snapshot: work that goes on meanwhile is in all of what it reads or in nothing of it. */
  async execute(): Promise<ShareRecount> {
    const start = performance.now();
    const [row] = await this.database.query<Omit<ShareRecount, 'milliseconds'>>(
      `WITH register AS MATERIALIZED (SELECT *, 1 AS count FROM (${expectedExchanges('true')}) AS expected),
       listed AS (SELECT ${exchangeColumns}, 1 AS count FROM exchanges),
       countable AS (SELECT * FROM register WHERE excluded_reason IS NULL AND indicator IS NOT NULL),
       summed AS (
         SELECT document_id, recipient_id, sender_id, indicator, issued_on, mode, NULL AS excluded_reason,
                sum(amount)::integer AS count
           FROM share_deltas
          GROUP BY document_id, recipient_id, sender_id, indicator, issued_on, mode
         HAVING sum(amount) <> 0),
       difference AS (
         ${differences('exchanges', 'register', 'listed')}
         UNION ALL
         ${differences('share_deltas', 'countable', 'summed')})
       SELECT (SELECT count(*) FROM register) AS checked,
              (SELECT coalesce(jsonb_agg(difference ORDER BY "table", "documentId", "recipientId"), '[]')
                 FROM difference) AS differences`,
    );
    return {
      checked: row?.checked ?? 0,
      differences: row?.differences ?? [],
      milliseconds: Math.round(performance.now() - start),
    };
  }
}
