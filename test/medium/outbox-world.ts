import { Injectable } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import {
  Database,
  defineJob,
  loadConfig,
  OnJob,
  OnJobFailure,
  Outbox,
  OutboxRelay,
  PlatformModule,
  QueueBackend,
  WorkerPlatformModule,
} from '#platform';
import { waitUntil } from '#testing';

export const noteQueue = 'notes';

/** Fails quickly for good: three tries, some hundredths of a second apart. */
export const noteDown = defineJob({
  name: 'note-down',
  queue: noteQueue,
  payload: z.object({ text: z.string() }),
  attempts: 3,
  firstPause: 20,
});

/** Urgent ones have a lane of their own. */
export const noteInLanes = defineJob({ ...noteDown, name: 'note-in-lanes', queue: 'lanes', hasFastLane: true });

/** What each note does when it is worked on, and what was seen of all notes; shared by the workers of a test. */
export class Notes {
  readonly seen: string[] = [];
  readonly failures: { text: string; reason: string }[] = [];
  readonly behaviours = new Map<string, () => Promise<void>>();

  times(text: string): number {
    return this.seen.filter((one) => one === text).length;
  }
}

@Injectable()
export class NoteDown {
  constructor(private readonly notes: Notes) {}

  @OnJob(noteDown)
  async execute({ text }: { text: string }): Promise<void> {
    this.notes.seen.push(text);
    await this.notes.behaviours.get(text)?.();
  }

  @OnJob(noteInLanes)
  async executeInLanes(note: { text: string }): Promise<void> {
    await this.execute(note);
  }

  @OnJobFailure(noteDown)
  async giveUp({ text }: { text: string }, reason: string): Promise<void> {
    this.notes.failures.push({ text, reason });
  }
}

export interface WorkerOptions {
  readonly databaseUrl: string;
  readonly backend: QueueBackend;
  readonly notes: Notes;
  readonly environment?: Readonly<Record<string, string>>;
  readonly handlers?: readonly (new (notes: Notes) => object)[];
}

/** A worker process with the outbox, the relay and one kind of job. */
export class OutboxWorker {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly relay: OutboxRelay;

  private constructor(private readonly app: TestingModule) {
    this.database = app.get(Database);
    this.outbox = app.get(Outbox);
    this.relay = app.get(OutboxRelay);
  }

  static async start(options: WorkerOptions): Promise<OutboxWorker> {
    const { databaseUrl, backend, notes, environment = {}, handlers = [NoteDown] } = options;
    const config = loadConfig({ SWEEP_SECONDS: '3600', WORKER_CONCURRENCY: '1', DATABASE_POOL: '5', ...environment });
    const app = await Test.createTestingModule({
      imports: [PlatformModule.forRoot({ config, databaseUrl, entities: [] }), WorkerPlatformModule],
      providers: [{ provide: Notes, useValue: notes }, ...handlers],
    })
      .overrideProvider(QueueBackend)
      .useValue(backend)
      .compile();
    app.useLogger(false);
    try {
      await app.init();
    } catch (error) {
      await app.close();
      throw error;
    }
    return new OutboxWorker(app);
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  /** Promises notes in one transaction. */
  async promise(texts: readonly string[], priority = 10): Promise<void> {
    await this.database.transaction(async () => {
      for (const text of texts) {
        await this.outbox.add(noteDown, { text }, { priority });
      }
    });
  }

  /** The row of a note while it is in the outbox. */
  async row(text: string): Promise<{ id: string; relayed: boolean; failure: string | null } | undefined> {
    const [row] = await this.database.query<{ id: string; relayed: boolean; failure: string | null }>(
      `SELECT id, relayed_at IS NOT NULL AS relayed, failure FROM outbox_messages WHERE payload->>'text' = $1`,
      [text],
    );
    return row;
  }

  async untilGone(text: string): Promise<void> {
    await waitUntil(`${text} is done`, 15_000, async () => (await this.row(text)) === undefined);
  }

  async untilFailed(text: string): Promise<void> {
    await waitUntil(
      `${text} has failed for good`,
      15_000,
      async () => typeof (await this.row(text))?.failure === 'string',
    );
  }
}
