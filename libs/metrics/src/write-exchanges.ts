import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { exchangeColumns, expectedExchanges, isPaperOf } from './expected-exchanges.js';

/** An exchange by its key: the document, or the arrival that its sender’s register does not know, and the recipient. */
export interface ExchangeKey {
  readonly originId: string;
  readonly recipientId: string;
}

interface Added {
  readonly added: number;
  readonly counted: number;
  /** Paper of these documents that the recipients registered: what it was until now, an exchange of its own, may be over. */
  readonly papers: readonly ExchangeKey[];
}

/** The first half is for the planner: all rows of an origin lie side by side in its index. */
const amongThese = (origin: string): string => `${origin} = ANY ($1::uuid[])
  AND (${origin}, recipient_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`;

const expected = expectedExchanges({ documents: amongThese('document_id'), arrivals: amongThese('arrival_id') });

const key = ['origin_id', 'recipient_id', 'sender_id', 'indicator', 'issued_on', 'type_name', 'paper_reason'].join(
  ', ',
);

/** The last part of both statements: a row for each change of the count, to be folded later. */
const deltas = `
  changed AS (
    SELECT ${key}, outcome, sum(amount) AS amount
      FROM (SELECT *, coalesce(excluded_reason, mode) AS outcome FROM changes WHERE indicator IS NOT NULL) AS each_change
     GROUP BY ${key}, outcome HAVING sum(amount) <> 0),
  written AS (
    INSERT INTO share_deltas (id, ${key}, outcome, amount, cause, recorded_at)
    SELECT uuidv7(), ${key}, outcome, amount, $3, $4 FROM changed RETURNING id),
  unfolded AS (INSERT INTO share_unfolded (delta_id) SELECT id FROM written)`;

/** Writes what the registers now say of some exchanges, and what that changes in the count. */
@Injectable()
export class WriteExchanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  /** Joins the transaction in which something happened to them. */
  async execute(exchanges: readonly ExchangeKey[], cause: string): Promise<void> {
    const { added, counted, papers } = await this.add(exchanges, cause);
    // Those that were just written say what is expected; most dispatches consist of such.
    const isAllNew = added === exchanges.length && papers.length === 0;
    const corrected = isAllNew ? 0 : await this.correct([...exchanges, ...papers], cause);
    if (counted + corrected > 0) {
      await this.live.publishToAll('share');
    }
  }

  /** In the order of the key, so that two batches which share exchanges wait for each other and never deadlock. */
  private async add(exchanges: readonly ExchangeKey[], cause: string): Promise<Added> {
    const [row] = await this.database.query<Added>(
      `WITH added AS (
         INSERT INTO exchanges (${exchangeColumns})
         SELECT ${exchangeColumns} FROM (${expected}) AS expected
          ORDER BY origin_id, recipient_id
         ON CONFLICT DO NOTHING RETURNING ${exchangeColumns}),
       changes AS (SELECT *, 1 AS amount FROM added), ${deltas}
       SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM written) AS counted,
              (SELECT coalesce(json_agg(json_build_object('originId', paper.id, 'recipientId', paper.agency_id)), '[]')
                 FROM documents AS document JOIN arrivals AS paper ON ${isPaperOf('document', 'paper')}
                WHERE document.id = ANY ($1::uuid[])
                  AND (document.id, paper.agency_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))) AS papers`,
      this.values(exchanges, cause),
    );
    return row ?? { added: 0, counted: 0, papers: [] };
  }

  /**
   * The rows are locked by a statement of their own: the next one then sees what others committed while this one
   * waited, and nobody else changes these exchanges before this transaction ends.
   */
  private async correct(exchanges: readonly ExchangeKey[], cause: string): Promise<number> {
    const values = this.values(exchanges, cause);
    await this.database.query(
      `SELECT 1 FROM exchanges WHERE ${amongThese('origin_id')} ORDER BY origin_id, recipient_id FOR UPDATE`,
      values.slice(0, 2),
    );
    const [row] = await this.database.query<{ corrected: number }>(
      `WITH expected AS (${expected}),
       counted AS (SELECT ${exchangeColumns} FROM exchanges WHERE ${amongThese('origin_id')}),
       after AS (SELECT ${exchangeColumns} FROM expected EXCEPT SELECT ${exchangeColumns} FROM counted),
       before AS (SELECT ${exchangeColumns} FROM counted EXCEPT SELECT ${exchangeColumns} FROM expected),
       gone AS (
         DELETE FROM exchanges AS exchange USING before
          WHERE exchange.origin_id = before.origin_id
            AND exchange.recipient_id = before.recipient_id
            AND NOT EXISTS (SELECT 1 FROM after WHERE after.recipient_id = before.recipient_id
                               AND after.origin_id = exchange.origin_id)),
       corrected AS (
         UPDATE exchanges AS exchange
            SET sender_id = after.sender_id, indicator = after.indicator, issued_on = after.issued_on,
                type_name = after.type_name, mode = after.mode, paper_reason = after.paper_reason,
                sent_on_paper = after.sent_on_paper, came_on_paper = after.came_on_paper,
                excluded_reason = after.excluded_reason
           FROM after
          WHERE exchange.origin_id = after.origin_id
            AND exchange.recipient_id = after.recipient_id),
       changes AS (
         SELECT *, -1 AS amount FROM before
         UNION ALL
         SELECT *, 1 AS amount FROM after), ${deltas}
       SELECT count(*)::int AS corrected FROM written`,
      values,
    );
    return row?.corrected ?? 0;
  }

  private values(exchanges: readonly ExchangeKey[], cause: string): unknown[] {
    return [
      exchanges.map(({ originId }) => originId),
      exchanges.map(({ recipientId }) => recipientId),
      cause,
      this.clock.now(),
    ];
  }
}
