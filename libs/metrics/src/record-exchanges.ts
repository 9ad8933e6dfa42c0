import { Injectable } from '@nestjs/common';
import { deliveriesRecalled, deliveriesReached, deliveryRefused } from '#exchange';
import { Clock } from '#kernel';
import { Database, LiveChannel, OnEvent } from '#platform';
import { exchangeColumns, expectedExchanges } from './expected-exchanges.js';

interface Exchanges {
  readonly documentIds: readonly string[];
  readonly recipientIds: readonly string[];
}

/** The first half is for the planner: all deliveries of a document lie side by side in its index. */
const ofThese = `document_id = ANY ($1::uuid[])
  AND (document_id, recipient_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`;

/** The last part of both statements: one row for each change of a count. */
const deltas = `
  INSERT INTO share_deltas (id, document_id, recipient_id, sender_id, indicator, issued_on, mode, amount,
                            cause, recorded_at)
  SELECT uuidv7(), document_id, recipient_id, sender_id, indicator, issued_on, mode, amount, $3, $4
    FROM changes WHERE indicator IS NOT NULL AND excluded_reason IS NULL`;

/**
 * Keeps the count of exchanges up to date with the deliveries. What an event says is only where to look: the deliveries
 * themselves say what is true, so that an event told twice or late changes nothing.
 */
@Injectable()
export class RecordExchanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(deliveriesReached)
  async onReached({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    await this.record(deliveryIds, deliveriesReached.name);
  }

  @OnEvent(deliveryRefused)
  async onRefused({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.record([deliveryId], deliveryRefused.name);
  }

  @OnEvent(deliveriesRecalled)
  async onRecalled({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    await this.record(deliveryIds, deliveriesRecalled.name);
  }

  private async record(deliveryIds: readonly string[], cause: string): Promise<void> {
    if (deliveryIds.length === 0) {
      return;
    }
    await this.database.transaction(async () => {
      const exchanges = await this.exchangesOf(deliveryIds);
      const { added, counted } = await this.add(exchanges, cause);
      // Those that were just written say what is expected; most dispatches consist of such.
      const isAllNew = added === exchanges.documentIds.length;
      const corrected = isAllNew ? 0 : await this.correct(exchanges, cause);
      if (counted + corrected > 0) {
        await this.live.publishToAll('share');
      }
    });
  }

  private async exchangesOf(deliveryIds: readonly string[]): Promise<Exchanges> {
    const rows = await this.database.query<{ documentId: string; recipientId: string }>(
      `SELECT DISTINCT document_id AS "documentId", recipient_id AS "recipientId"
         FROM deliveries WHERE id = ANY ($1::uuid[])`,
      [deliveryIds],
    );
    return {
      documentIds: rows.map(({ documentId }) => documentId),
      recipientIds: rows.map(({ recipientId }) => recipientId),
    };
  }

  /**
   * In the order of the key, so that two batches which share exchanges wait for each other and never deadlock. Gives how
   * many were new, and how many changes of a count that made.
   */
  private async add(exchanges: Exchanges, cause: string): Promise<{ added: number; counted: number }> {
    const [row] = await this.database.query<{ added: number; counted: number }>(
      `WITH added AS (
         INSERT INTO exchanges (${exchangeColumns})
         SELECT ${exchangeColumns} FROM (${expectedExchanges(ofThese)}) AS expected ORDER BY document_id, recipient_id
         ON CONFLICT DO NOTHING RETURNING ${exchangeColumns}),
       changes AS (SELECT *, 1 AS amount FROM added),
       written AS (${deltas} RETURNING 1)
       SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM written) AS counted`,
      this.values(exchanges, cause),
    );
    return row ?? { added: 0, counted: 0 };
  }

  /**
   * The rows are locked by a statement of their own: the next one then sees what others committed while this one
   * waited, and nobody else changes these exchanges before this transaction ends.
   */
  private async correct(exchanges: Exchanges, cause: string): Promise<number> {
    await this.database.query(
      `SELECT 1 FROM exchanges WHERE ${ofThese} ORDER BY document_id, recipient_id FOR UPDATE`,
      [exchanges.documentIds, exchanges.recipientIds],
    );
    const { affected } = await this.database.execute(
      `WITH expected AS (${expectedExchanges(ofThese)}),
       counted AS (SELECT ${exchangeColumns} FROM exchanges WHERE ${ofThese}),
       after AS (SELECT ${exchangeColumns} FROM expected EXCEPT SELECT ${exchangeColumns} FROM counted),
       before AS (SELECT counted.* FROM counted JOIN after USING (document_id, recipient_id)),
       corrected AS (
         UPDATE exchanges AS exchange
            SET sender_id = after.sender_id, indicator = after.indicator, issued_on = after.issued_on,
                mode = after.mode, excluded_reason = after.excluded_reason
           FROM after
          WHERE exchange.document_id = after.document_id AND exchange.recipient_id = after.recipient_id),
       changes AS (
         SELECT *, -1 AS amount FROM before
         UNION ALL
         SELECT *, 1 AS amount FROM after)
       ${deltas}`,
      this.values(exchanges, cause),
    );
    return affected;
  }

  private values({ documentIds, recipientIds }: Exchanges, cause: string): unknown[] {
    return [documentIds, recipientIds, cause, this.clock.now()];
  }
}
