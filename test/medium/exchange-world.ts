import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Abstract, Injectable, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ArchiveModule } from '#archive';
import type { Actor, ExchangeMode } from '#contracts';
import { entities } from '#db';
import type { Document } from '#documents';
import { Channels, deliveriesReached, SetChannel, type TakenBack } from '#exchange';
import { IncomingModule } from '#incoming';
import { Clock, newId } from '#kernel';
import { MetricsModule } from '#metrics';
import { NotificationsModule } from '#notifications';
import {
  ApiPlatformModule,
  Database,
  loadConfig,
  OnEvent,
  PlatformModule,
  PostgresQueueBackend,
  QueueBackend,
  WorkerPlatformModule,
} from '#platform';
import { ReorganisationModule } from '#reorganisation';
import { aDocument, anActor, anAgency, anAttachment, aPost, pastTheLock } from '#testing';

/** The present, unless it is set. */
export class SetClock extends Clock {
  moment: Date | undefined;

  override now(): Date {
    return this.moment ?? new Date();
  }
}

/** Stands before the local channel, so that a test can watch it, hold it or let it fail. */
export class WatchedChannel extends SetChannel {
  override readonly name = 'local';
  readonly batches: (readonly string[])[] = [];
  before: (deliveryIds: readonly string[]) => Promise<void> = async () => undefined;

  constructor(private readonly local: SetChannel) {
    super();
  }

  override async deliver(deliveryIds: readonly string[]): Promise<void> {
    this.batches.push(deliveryIds);
    await this.before(deliveryIds);
    await this.local.deliver(deliveryIds);
  }

  override async takeBack(deliveryIds: readonly string[], reason: string): Promise<ReadonlyMap<string, TakenBack>> {
    return this.local.takeBack(deliveryIds, reason);
  }
}

/** Listens to deliveries as the share does, and fails when a test says so. */
@Injectable()
export class FaultyListener {
  fault: Error | undefined;

  @OnEvent(deliveriesReached)
  async onReached(_event: { deliveryIds: readonly string[] }): Promise<void> {
    if (this.fault !== undefined) {
      throw this.fault;
    }
  }
}

export interface WorldOptions {
  readonly databaseUrl: string;
  /** Where the queue is, unless it is in the same database. */
  readonly queueUrl?: string;
  /** Whether it works on jobs by itself; not unless set. */
  readonly works?: boolean;
  /** A folder that another removes; one of its own unless set. */
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Documents, exchange and arrivals as the application has them, over a real database. */
export class ExchangeWorld {
  readonly database: Database;
  readonly channel: WatchedChannel;

  private constructor(
    private readonly app: TestingModule,
    readonly dataDir: string,
    readonly clock: SetClock,
  ) {
    this.database = app.get(Database);
    const channels = app.get(Channels);
    this.channel = new WatchedChannel(channels.set('local'));
    channels.register(this.channel);
  }

  static async open(options: WorldOptions): Promise<ExchangeWorld> {
    const { databaseUrl, queueUrl = databaseUrl, works = false, environment = {} } = options;
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'vanthu-exchange-')));
    const config = loadConfig({ DATA_DIR: dataDir, SWEEP_SECONDS: '3600', ...environment });
    const clock = new SetClock();
    const app = await Test.createTestingModule({
      imports: [
        PlatformModule.forRoot({ config, databaseUrl, entities }),
        ApiPlatformModule,
        ...(works ? [WorkerPlatformModule] : []),
        IncomingModule,
        ArchiveModule,
        MetricsModule,
        NotificationsModule,
        ReorganisationModule,
      ],
      providers: [FaultyListener],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .overrideProvider(QueueBackend)
      .useValue(new PostgresQueueBackend({ connectionString: queueUrl }))
      .compile();
    app.useLogger(false);
    await app.init();
    return new ExchangeWorld(app, dataDir, clock);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  get<Part>(type: Type<Part> | Abstract<Part>): Part {
    return this.app.get(type);
  }

  /** A clerk with a post, who can issue, send and receive for the agency. */
  async aClerk(agencyId?: string): Promise<Actor> {
    const agency = agencyId ?? (await anAgency(this.database)).id;
    const post = await aPost(this.database, { agencyId: agency, role: 'clerk' });
    return anActor({ agencyId: agency, postId: post.id, personId: post.personId });
  }

  /** An issued document with two files, addressed to these agencies, that its clerk can send. */
  async anIssuedDocument(
    clerk: Actor,
    recipients: readonly string[],
    mode: ExchangeMode = 'electronic',
    overrides: Partial<Document> = {},
  ): Promise<Document> {
    const document = await aDocument(this.database, { agencyId: clerk.agencyId, state: 'issued', ...overrides });
    for (const position of [1, 2]) {
      const digest = String(position).repeat(64);
      await anAttachment(this.database, { documentId: document.id, position, digest, size: position });
    }
    await pastTheLock(this.database, 'document_recipients', () =>
      this.database.query(
        `INSERT INTO document_recipients (document_id, agency_id, channel, position)
         SELECT $1, agency_id, $3, position FROM unnest($2::uuid[]) WITH ORDINALITY AS given(agency_id, position)`,
        [document.id, recipients, mode],
      ),
    );
    return document;
  }

  /** Many agencies at once; gives their ids. */
  async agencies(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    await this.database.query(
      `INSERT INTO agencies (id, code, name, abbreviation, level, valid_from, search_text)
       SELECT id, 'M.' || id, 'Xã số ' || position, 'X' || position, 'commune', '2000-01-01', ''
         FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, position)`,
      [ids],
    );
    return ids;
  }

  async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`, parameters);
    return row?.count ?? -1;
  }

  async dispatchOf(documentId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM dispatches WHERE document_id = $1', [
      documentId,
    ]);
    return row?.id ?? '';
  }

  /** How often each of these happened to the document’s deliveries: arrivals, files of arrivals, events of a code. */
  async tally(documentId: string) {
    const ofDocument = 'FROM deliveries WHERE document_id = $1';
    const arrivals = `arrivals WHERE delivery_id IN (SELECT id ${ofDocument})`;
    return {
      queued: await this.count(`deliveries WHERE document_id = $1 AND transport_state = 'queued'`, [documentId]),
      arrivals: await this.count(arrivals, [documentId]),
      files: await this.count(`arrival_attachments WHERE arrival_id IN (SELECT id FROM ${arrivals})`, [documentId]),
      arrivedEvents: await this.count(
        `tracking_events WHERE code = '01' AND delivery_id IN (SELECT id ${ofDocument})`,
        [documentId],
      ),
    };
  }
}
