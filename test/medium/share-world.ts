import type { DataSource } from 'typeorm';
import type { ExchangeMode, FindExchanges, ShareFigure, ShareIndicator } from '#contracts';
import { migrateDatabase } from '#db';
import type { Agency } from '#directory';
import type { Delivery } from '#exchange';
import { Clock } from '#kernel';
import { ExchangesQuery, RecordExchanges, RecountShare, ShareQuery } from '#metrics';
import { createDataSource, Database, LiveChannel } from '#platform';
import { aDelivery, aDispatch, aDocument, anActor, anAgency, createTestDatabase, type TestDatabase } from '#testing';

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

  private constructor(
    readonly database: Database,
    private readonly dataSource: DataSource,
    private readonly testDatabase: TestDatabase,
  ) {
    this.record = new RecordExchanges(database, this.clock, new LiveChannel(database));
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
