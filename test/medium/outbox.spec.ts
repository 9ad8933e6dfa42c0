import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OnJob, PermanentFailure, type QueueBackend } from '#platform';
import { createTestDatabase, findPrograms, type TestDatabase, waitUntil } from '#testing';
import { postgresHarness, type QueueHarness, redisHarness } from './children/queue-harness.js';
import { noteDown, NoteDown, noteInLanes, noteQueue, Notes, OutboxWorker, type WorkerOptions } from './outbox-world.js';

const engines = [
  { name: 'PostgreSQL', open: postgresHarness, missing: false },
  { name: 'Redis', open: redisHarness, missing: findPrograms().redis === '' },
] as const;

const [, redis] = engines;
if (redis.missing) {
  console.log('outbox.spec.ts: redis-server is missing, its cases are skipped');
}

/** The relay looks without being told every 5 s; what is quicker was told. */
const toldWithin = 2_500;

let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});

afterAll(async () => {
  await testDatabase.drop();
});

describe.each(engines.filter(({ missing }) => !missing))('the outbox before a queue in $name', ({ open }) => {
  let harness: QueueHarness;
  let notes: Notes;
  let worker: OutboxWorker;
  let others: OutboxWorker[];

  beforeAll(async () => {
    harness = await open();
  });

  beforeEach(async () => {
    notes = new Notes();
    others = [];
    worker = await OutboxWorker.start(options());
  });

  afterEach(async () => {
    await worker.database.query('DELETE FROM outbox_messages');
    await Promise.all([worker, ...others].map((one) => one.stop()));
    await harness.wipe();
  });

  afterAll(async () => {
    await harness.remove();
  });

  function options(overrides: Partial<WorkerOptions> = {}): WorkerOptions {
    return { databaseUrl: testDatabase.url, backend: harness.backend(), notes, ...overrides };
  }

  async function another(overrides: Partial<WorkerOptions> = {}): Promise<OutboxWorker> {
    const started = await OutboxWorker.start(options(overrides));
    others.push(started);
    return started;
  }

  async function untilSeen(text: string, times = 1, limit = 15_000): Promise<void> {
    await waitUntil(`${text} ran`, limit, async () => notes.times(text) >= times);
  }

  /** Holds a note in its work until the returned function is called. */
  function hold(text: string): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    notes.behaviours.set(text, () => held);
    return release;
  }

  it('runs what was promised and committed once, and forgets it', async () => {
    await worker.promise(['one']);
    await worker.untilGone('one');
    await worker.promise(['two']);
    await worker.untilGone('two');
    expect(notes.seen).toEqual(['one', 'two']);
  });

  it('never runs what was promised in a transaction that was rolled back', async () => {
    const failing = worker.database.transaction(async () => {
      await worker.outbox.add(noteDown, { text: 'undone' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await worker.promise(['kept']);
    await worker.untilGone('kept');
    expect(notes.seen).toEqual(['kept']);
  });

  it('refuses a promise outside a transaction, and one whose payload is not as declared', async () => {
    await expect(worker.outbox.add(noteDown, { text: 'alone' })).rejects.toThrow('outside a transaction');
    const wrong = { text: 7 } as unknown as { text: string };
    await expect(worker.database.transaction(() => worker.outbox.add(noteDown, wrong))).rejects.toThrow(
      'expected string',
    );
  });

  it('is woken by the commit, and again after its listening connection was lost', async () => {
    await worker.promise(['first']);
    await untilSeen('first', 1, toldWithin);
    const listener = async (): Promise<number | undefined> => {
      const [row] = await worker.database.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
            AND application_name = 'vanthu vanthu_outbox' AND query LIKE 'LISTEN%'`,
      );
      return row?.pid;
    };
    const lost = await listener();
    await worker.promise(['meanwhile']);
    await worker.database.query('SELECT pg_terminate_backend($1)', [lost]);
    await waitUntil('it listens again', 10_000, async () => {
      const pid = await listener();
      return pid !== undefined && pid !== lost;
    });
    await worker.untilGone('meanwhile');
    await worker.promise(['second']);
    await untilSeen('second', 1, toldWithin);
    expect(notes.seen).toEqual(['first', 'meanwhile', 'second']);
  });

  it('moves each message once when two relays look at the same time', async () => {
    const moved: string[] = [];
    const watched = (backend: QueueBackend): QueueBackend => {
      const queue = backend.queue(noteQueue);
      const addBulk = queue.addBulk.bind(queue);
      vi.spyOn(queue, 'addBulk').mockImplementation((jobs) => {
        moved.push(...jobs.map(({ opts }) => opts?.jobId ?? ''));
        return addBulk(jobs);
      });
      return backend;
    };
    await worker.stop();
    worker = await another({ backend: watched(harness.backend()) });
    await another({ backend: watched(harness.backend()) });
    const texts = Array.from({ length: 1_100 }, (_, index) => `many ${index}`);
    await worker.promise(texts);
    await waitUntil('all have run', 25_000, async () => notes.seen.length >= texts.length);
    await worker.untilGone(texts.at(-1) ?? '');
    expect(notes.seen.toSorted()).toEqual(texts.toSorted());
    expect(new Set(moved).size).toBe(texts.length);
    expect(moved).toHaveLength(texts.length);
  });

  it('keeps messages waiting while the queue is away, and moves them when it is back', async () => {
    const faults: string[] = [];
    await worker.stop();
    worker = await another({ backend: harness.backend((error) => faults.push(error.message)) });
    await worker.promise(['before']);
    await worker.untilGone('before');
    await harness.proxy.close();
    try {
      const known = faults.length;
      await worker.promise(['meanwhile']);
      await waitUntil('the relay has tried', 10_000, async () => faults.length > known);
      expect(await worker.row('meanwhile')).toMatchObject({ relayed: false, failure: null });
    } finally {
      await harness.proxy.open();
    }
    await worker.untilGone('meanwhile');
    expect(notes.times('meanwhile')).toBe(1);
  });

  it('tries again what failed for now', async () => {
    notes.behaviours.set('shaky', async () => {
      if (notes.times('shaky') < 3) {
        throw new Error('not yet');
      }
    });
    await worker.promise(['shaky']);
    await worker.untilGone('shaky');
    expect(notes.times('shaky')).toBe(3);
    expect(notes.failures).toEqual([]);
  });

  it('keeps what failed at every try, with payload and reason, and tells its listener once', async () => {
    notes.behaviours.set('hopeless', async () => {
      throw new Error(`không được, lần ${notes.times('hopeless')}`);
    });
    await worker.promise(['hopeless']);
    await worker.untilFailed('hopeless');
    await worker.promise(['next']);
    await worker.untilGone('next');
    expect(notes.times('hopeless')).toBe(3);
    expect(notes.failures).toEqual([{ text: 'hopeless', reason: 'không được, lần 3' }]);
    expect(await worker.outbox.failed(10)).toEqual([
      {
        id: (await worker.row('hopeless'))?.id,
        job: 'note-down',
        payload: { text: 'hopeless' },
        failure: 'không được, lần 3',
        failedAt: expect.any(Date),
      },
    ]);
  });

  it('keeps at once what no further try can mend', async () => {
    notes.behaviours.set('wrong', async () => {
      throw new PermanentFailure('there is no such thing');
    });
    await worker.promise(['wrong']);
    await worker.untilFailed('wrong');
    expect(notes.times('wrong')).toBe(1);
    expect(notes.failures).toEqual([{ text: 'wrong', reason: 'there is no such thing' }]);
  });

  it('keeps at once what has not the declared payload, without a word to listeners that could not read it', async () => {
    const id = randomUUID();
    await worker.database.query(
      `INSERT INTO outbox_messages (id, job, payload, priority, created_at)
       VALUES ($1, 'note-down', '{"number": 7}', 1, now())`,
      [id],
    );
    await worker.outbox.retry('all');
    await waitUntil('it is kept', 15_000, async () => (await worker.outbox.failed(1))[0]?.id === id);
    expect(notes.seen).toEqual([]);
    expect(notes.failures).toEqual([]);
  });

  it('runs a failed job again when an operator asks for it, one or all', async () => {
    const texts = ['one', 'two', 'three'];
    for (const text of texts) {
      notes.behaviours.set(text, async () => {
        throw new PermanentFailure('closed');
      });
    }
    await worker.promise(texts);
    for (const text of texts) {
      await worker.untilFailed(text);
    }
    notes.behaviours.clear();
    expect(await worker.outbox.retry(randomUUID())).toBe(0);
    expect(await worker.outbox.retry((await worker.row('two'))?.id ?? '')).toBe(1);
    await worker.untilGone('two');
    expect(notes.times('one')).toBe(1);
    expect(await worker.outbox.retry('all')).toBe(2);
    await worker.untilGone('one');
    await worker.untilGone('three');
    expect(await worker.outbox.failed(10)).toEqual([]);
  });

  it('runs what was promised for later not before its time, and what is due without being told', async () => {
    await worker.database.transaction(async () => {
      await worker.outbox.add(noteDown, { text: 'later' }, { runAt: new Date(Date.now() + 1_500) });
      await worker.outbox.addMany(noteDown, [{ text: 'now' }, { text: 'now too' }]);
    });
    await worker.untilGone('now too');
    await worker.untilGone('now');
    expect(notes.times('later')).toBe(0);
    expect(await worker.row('later')).toMatchObject({ relayed: false });
    await untilSeen('later', 1, 6_000);
    await worker.untilGone('later');
  });

  it('lets an ordinary one through while urgent ones come without end', async () => {
    let isOver = false;
    const promise = (text: string, priority: number) =>
      worker.database.transaction(() => worker.outbox.add(noteInLanes, { text }, { priority }));
    notes.behaviours.set('urgent', async () => {
      if (!isOver) {
        await promise('urgent', 1);
      }
    });
    for (let started = 0; started < 20; started += 1) {
      await promise('urgent', 1);
    }
    await untilSeen('urgent', 20);
    await promise('ordinary', 5);
    await untilSeen('ordinary');
    const before = notes.times('urgent');
    await untilSeen('urgent', before + 20);
    isOver = true;
    await waitUntil('the stream has ended', 15_000, async () => {
      const [left] = await worker.database.query<{ count: number }>('SELECT count(*) AS count FROM outbox_messages');
      return left?.count === 0;
    });
    expect(notes.times('ordinary')).toBe(1);
  });

  it('ends what ended its worker every time, with the reason, and tells its listener', async () => {
    const release = hold('busy');
    await worker.promise(['busy']);
    await untilSeen('busy');
    await worker.promise(['deadly']);
    await worker.database.query(`UPDATE outbox_messages SET tries = $1 WHERE payload ->> 'text' = 'deadly'`, [
      noteDown.attempts,
    ]);
    release();
    await worker.untilFailed('deadly');
    expect(notes.times('deadly')).toBe(0);
    expect(notes.failures).toMatchObject([{ text: 'deadly', reason: expect.stringContaining('worker was gone') }]);
  });

  it('does nothing for a job whose message is done', async () => {
    const id = randomUUID();
    await harness
      .backend()
      .queue(noteQueue)
      .add('note-down', { text: 'of long ago' }, { jobId: `${id}-0` });
    await worker.promise(['next']);
    await worker.untilGone('next');
    expect(notes.times('of long ago')).toBe(0);
  });

  it('does nothing for a job of an earlier round that the queue still holds, and counts no try for it', async () => {
    const release = hold('busy');
    await worker.promise(['busy']);
    await untilSeen('busy');
    await worker.promise(['put back']);
    await waitUntil('it stands in the queue', 10_000, async () => (await worker.row('put back'))?.relayed === true);
    await worker.database.query(
      `UPDATE outbox_messages SET round = 1, run_at = now() + interval '1 hour', relayed_at = NULL
        WHERE payload ->> 'text' = 'put back'`,
    );
    release();
    await worker.promise(['next'], 10);
    await worker.untilGone('next');
    expect(notes.times('put back')).toBe(0);
    expect(await worker.database.query(`SELECT tries FROM outbox_messages`)).toEqual([{ tries: 0 }]);
  });

  it('puts back what its queue has lost among others', async () => {
    await worker.stop();
    worker = await another({ environment: { SWEEP_SECONDS: '1' } });
    const release = hold('busy');
    await worker.promise(['busy']);
    await untilSeen('busy');
    await worker.promise(['lost', 'kept']);
    await waitUntil('they stand in the queue', 10_000, async () => (await worker.row('lost'))?.relayed === true);
    const queue = harness.backend();
    expect(await queue.queue(noteQueue).remove(`${(await worker.row('lost'))?.id}-0`)).toBe(1);
    await queue.close();
    release();
    await worker.untilGone('lost');
    await worker.untilGone('kept');
    expect([notes.times('lost'), notes.times('kept')]).toEqual([1, 1]);
  });

  it('fills a queue that lost everything again without waiting for the sweep, most urgent first', async () => {
    const release = hold('busy');
    await worker.promise(['busy']);
    await untilSeen('busy');
    await worker.promise(['ordinary'], 10);
    await worker.promise(['normal'], 5);
    await worker.promise(['express'], 1);
    await worker.promise(['urgent'], 3);
    const isRelayed = async (): Promise<boolean> => (await worker.row('urgent'))?.relayed === true;
    await waitUntil('all stand in the queue', 10_000, isRelayed);
    await harness.wipe();
    const queue = harness.backend();
    await waitUntil('they stand there again', 10_000, async () => {
      const counts = await queue.queue(noteQueue).getJobCounts('prioritized', 'waiting');
      return Object.values(counts).reduce((sum, count) => sum + count, 0) >= 4;
    });
    await queue.close();
    release();
    await worker.untilGone('ordinary');
    await worker.untilGone('busy');
    const order = notes.seen.filter((text) => text !== 'busy');
    expect(order).toEqual(['express', 'urgent', 'normal', 'ordinary']);
  });

  it('leaves a message of a job that it does not know where it is, and goes on with the others', async () => {
    const id = randomUUID();
    await worker.database.query(
      `INSERT INTO outbox_messages (id, job, payload, priority, created_at) VALUES ($1, 'of-tomorrow', '{}', 1, now())`,
      [id],
    );
    await worker.promise(['known']);
    await worker.untilGone('known');
    expect(await worker.database.query('SELECT id, failed_at FROM outbox_messages')).toEqual([{ id, failed_at: null }]);
  });

  it('does not start a worker in which a declared job has no handler, or two', async () => {
    await expect(another({ handlers: [] })).rejects.toThrow('note-down has no handler');
    await expect(another({ handlers: [NoteDown, SecondHand] })).rejects.toThrow('note-down has 2 handlers');
  });
});

@Injectable()
class SecondHand {
  @OnJob(noteDown)
  async execute(_note: { text: string }): Promise<void> {
    // Only there to be one too many.
  }
}
