import type { DataSource } from 'typeorm';
import type { ExchangeMode, FindExchanges, ShareFigure, ShareIndicator } from '#contracts';
import { migrateDatabase } from '#db';
import type { Agency } from '#directory';
import type { Delivery } from '#exchange';
import { Clock } from '#kernel';
import type { Arrival, FormerPaper } from '#incoming';
import { ExchangesQuery, FoldShare, RecordExchanges, RecountShare, ShareQuery, WriteExchanges } from '#metrics';
import { createDataSource, Database, LiveChannel } from '#platform';
import {
  aDelivery,
  aDispatch,
  aDocument,
  anActor,
  anAgency,
  anArrival,
  createTestDatabase,
  type TestDatabase,
} from '#testing';

class SetClock extends Clock {
  moment = new Date('2017-06-01T03:00:00Z');

  override now(): Date {
    return this.moment;
  }
}

/** The electronic share over a real database, with deliveries that move as the exchange moves them. */
export class ShareWorld {
  readonly clock = new SetClock();
  readonly record: RecordExchanges;
  readonly share: ShareQuery;
  readonly exchanges: ExchangesQuery;
  readonly recount: RecountShare;
  readonly fold: FoldShare;

  private constructor(
    readonly database: Database,
    private readonly dataSource: DataSource,
    private readonly testDatabase: TestDatabase,
  ) {
    this.record = new RecordExchanges(database, new WriteExchanges(database, this.clock, new LiveChannel(database)));
    this.fold = new FoldShare(database);
    this.share = new ShareQuery(database, this.clock);
    this.exchanges = new ExchangesQuery(database, this.clock);
    this.recount = new RecountShare(database);
  }

  static async open(): Promise<ShareWorld> {
    const testDatabase = await createTestDatabase();
    await migrateDatabase(testDatabase.url);
    const dataSource = await createDataSource({
      url: testDatabase.url,
      pool: 10,
      entities: [],
      migrations: [],
    }).initialize();
    return new ShareWorld(new Database(dataSource), dataSource, testDatabase);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.testDatabase.drop();
  }

  /** A document sent to one agency; what goes on paper alone has reached it by that. */
  async send(sender: Agency, recipient: Agency, mode: ExchangeMode, issuedOn = '2017-05-02'): Promise<Delivery> {
    const document = await aDocument(this.database, { agencyId: sender.id, issuedOn });
    return this.sendAgain(document.id, recipient, mode);
  }

  /** A document that goes to an agency in a dispatch of its own. */
  async sendAgain(documentId: string, recipient: Agency, mode: ExchangeMode): Promise<Delivery> {
    return this.database.transaction(async () => {
      const dispatch = await aDispatch(this.database, { documentId });
      const delivery = await aDelivery(this.database, {
        dispatchId: dispatch.id,
        documentId,
        recipientId: recipient.id,
        mode,
      });
      if (mode === 'paper') {
        await this.record.onReached({ deliveryIds: [delivery.id] });
      }
      return delivery;
    });
  }

  async reach(...deliveries: readonly Delivery[]): Promise<void> {
    await this.database.transaction(async () => {
      const reached = await this.database.query<{ id: string }>(
        `UPDATE deliveries SET state = 'arrived' WHERE id = ANY ($1) AND state = 'queued' RETURNING id`,
        [deliveries.map(({ id }) => id)],
      );
      await this.record.onReached({ deliveryIds: reached.map(({ id }) => id) });
    });
  }

  async refuse(delivery: Delivery): Promise<void> {
    await this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `UPDATE deliveries SET state = 'refused' WHERE id = $1 AND state = 'arrived'`,
        [delivery.id],
      );
      if (affected === 1) {
        await this.record.onRefused({ deliveryId: delivery.id });
      }
    });
  }

  /** The recipient registers a document that came on paper. */
  async registerPaper(recipient: Agency, facts: Pick<Arrival, 'senderId' | 'symbol'> & Partial<Arrival>) {
    return this.database.transaction(async () => {
      const arrival = await anArrival(this.database, {
        agencyId: recipient.id,
        source: 'paper',
        state: 'accepted',
        arrivalYear: null,
        arrivalNumber: null,
        ...facts,
      });
      await this.record.onPaper({ arrivalId: arrival.id, former: null });
      return arrival;
    });
  }

  /** The recipient corrects what was entered, one after the other. */
  async correctPaper(arrivalId: string, { symbol, issuedOn }: Pick<Arrival, 'symbol' | 'issuedOn'>): Promise<void> {
    await this.database.transaction(async () => {
      const [former] = await this.database.query<FormerPaper>(
        `SELECT sender_id AS "senderId", symbol, issued_on AS "issuedOn" FROM arrivals
          WHERE id = $1 AND source = 'paper' FOR UPDATE`,
        [arrivalId],
      );
      if (former !== undefined) {
        await this.database.query('UPDATE arrivals SET symbol = $2, issued_on = $3 WHERE id = $1', [
          arrivalId,
          symbol,
          issuedOn,
        ]);
        await this.record.onPaper({ arrivalId, former });
      }
    });
  }

  /** The recipient joins what came electronically to the paper that is registered. */
  async joinPaper(arrivalId: string, { id, documentId }: Delivery): Promise<void> {
    await this.database.transaction(async () => {
      const [former] = await this.database.query<FormerPaper>(
        `SELECT sender_id AS "senderId", symbol, issued_on AS "issuedOn" FROM arrivals
          WHERE id = $1 AND source = 'paper' FOR UPDATE`,
        [arrivalId],
      );
      const { affected } = await this.database.execute(
        `UPDATE arrivals SET source = 'electronic', delivery_id = $2, paper_too = true, paper_arrived_on = arrivals.issued_on,
                symbol = document.symbol, issued_on = document.issued_on
           FROM documents AS document
          WHERE arrivals.id = $1 AND source = 'paper' AND document.id = $3
            AND EXISTS (SELECT 1 FROM deliveries
                         WHERE id = $2 AND recipient_id = arrivals.agency_id AND state = 'arrived')
            AND NOT EXISTS (SELECT 1 FROM arrivals WHERE delivery_id = $2)`,
        [arrivalId, id, documentId],
      );
      if (affected === 1) {
        await this.record.onPaper({ arrivalId, former: former ?? null });
      }
    });
  }

  /** Whether a transaction here waits for another one. */
  async someoneWaits(): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    return rows.length > 0;
  }

  async figure(sender: Agency, indicator: ShareIndicator, year = 2017): Promise<ShareFigure> {
    const { indicators } = await this.share.view(anActor({ agencyId: sender.id }), { year });
    const figure = indicators.find((shown) => shown.indicator === indicator);
    if (figure === undefined) {
      throw new Error(`no figure for ${indicator}`);
    }
    return figure;
  }

  /** The lists behind the figures of an agency, to their end, page by page. */
  async list(sender: Agency, query: Omit<FindExchanges, 'after' | 'limit'>, limit = 50) {
    const items = [];
    let after: string | undefined;
    do {
      const page = await this.exchanges.page(anActor({ agencyId: sender.id }), { ...query, limit, after });
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return items;
  }

  /** Does something in a transaction that is undone at its end. */
  async undone<Result>(work: () => Promise<Result>): Promise<Result> {
    const undo = new Error('undone');
    let result: { value: Result } | undefined;
    try {
      await this.database.transaction(async () => {
        result = { value: await work() };
        throw undo;
      });
    } catch (error) {
      if (error !== undo || result === undefined) {
        throw error;
      }
      return result.value;
    }
    throw undo;
  }

  anAgency(overrides: Partial<Agency> = {}): Promise<Agency> {
    return anAgency(this.database, overrides);
  }
}
