import { randomUUID } from 'node:crypto';

import { UnrecoverableError, type Job } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { QueueBackend } from '#platform';
import { findPrograms, waitUntil } from '#testing';

import { postgresHarness, redisHarness, type QueueHarness } from './children/queue-harness.js';
import { Child } from './children/spawn-child.js';

const engines = [
  { name: 'PostgreSQL', kind: 'postgres', open: postgresHarness },
  { name: 'Redis', kind: 'redis', open: redisHarness },
] as const;

const withRedis = process.env['CI'] === 'true' || findPrograms().redis !== '';
if (!withRedis) {
  console.log('queue-backend.spec.ts: redis-server is missing, its cases are skipped');
}
const here = engines.filter(({ kind }) => kind === 'postgres' || withRedis);

const ONE = { concurrency: 1 };

describe.each(here)('a queue in $name', ({ kind, open }) => {
  let harness: QueueHarness;
  let backends: QueueBackend[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    harness = await open();
  });

  afterEach(async () => {
    await Promise.all(backends.map((backend) => backend.close()));
    backends = [];
    faults.length = 0;
  });

  afterAll(async () => {
    await harness.remove();
  });

  function unready(): QueueBackend {
    const backend = harness.backend((error, source) => faults.push(`${source}: ${error.message}`));
    backends.push(backend);
    return backend;
  }

  async function aBackend(): Promise<QueueBackend> {
    const backend = unready();
    await backend.ready();
    return backend;
  }

  /** A worker that writes down the names of the jobs it ran. */
  function recorder(backend: QueueBackend, queue: string, concurrency = 1): string[] {
    const seen: string[] = [];
    backend.worker(queue, async (job) => seen.push(job.name), { concurrency });
    return seen;
  }

  async function expectSeen(seen: readonly string[], expected: readonly string[], limitMs = 10_000): Promise<void> {
    await waitUntil(`seen ${expected.length} jobs`, limitMs, async () => seen.length >= expected.length);
    expect(seen).toEqual(expected);
  }

  it('runs a job with the data it was given', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const data: unknown[] = [];
    backend.worker(name, async (job) => data.push(job.data), ONE);
    await backend.queue(name).add('deliver', { ids: ['a', 'b'], note: 'công văn số 12' });
    await waitUntil('ran', 10_000, async () => data.length === 1);
    expect(data).toEqual([{ ids: ['a', 'b'], note: 'công văn số 12' }]);
  });

  it('shows a new job to an idle worker at once', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    let start = 0;
    const took: number[] = [];
    backend.worker(name, async () => took.push(Math.round(performance.now() - start)), ONE);
    for (const round of [1, 2, 3, 4]) {
      start = performance.now();
      await backend.queue(name).add('next', {});
      await waitUntil('ran', 10_000, async () => took.length === round);
      await waitUntil('idle again', 10_000, async () => (await backend.queue(name).getActiveCount()) === 0);
    }
    console.log(`${kind}: an idle worker took ${took.join(', ')} ms`);
    expect(Math.min(...took)).toBeLessThan(1_000);
  });

  it('runs a job that is added twice under one id once, and again after it is done and removed', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    const jobId = randomUUID();
    const options = { jobId, removeOnComplete: true };
    await queue.add('once', {}, options);
    await queue.addBulk([
      { name: 'once', data: {}, opts: options },
      { name: 'other', data: {}, opts: { removeOnComplete: true } },
    ]);
    const seen = recorder(backend, name);
    await expectSeen(seen, ['once', 'other']);
    await waitUntil('removed', 5_000, async () => (await queue.getJob(jobId)) === undefined);
    await queue.add('again', {}, options);
    await expectSeen(seen, ['once', 'other', 'again']);
  });

  it('does nothing for the id of a done job that is still kept', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    const jobId = randomUUID();
    const seen = recorder(backend, name);
    await queue.add('kept', {}, { jobId });
    await waitUntil('done', 5_000, async () => (await queue.getJobState(jobId)) === 'completed');
    await queue.add('again', {}, { jobId });
    await queue.add('next', {});
    await expectSeen(seen, ['kept', 'next']);
  });

  it('refuses an id with a colon', async () => {
    const backend = await aBackend();
    await expect(backend.queue(randomUUID()).add('x', {}, { jobId: 'a:b' })).rejects.toThrow(/cannot contain :/);
  });

  it('takes jobs without a priority first, then from 1 upwards, and each kind in order', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const of = (job: string, priority?: number) => ({
      name: job,
      data: {},
      opts: priority === undefined ? {} : { priority },
    });
    await backend
      .queue(name)
      .addBulk([of('20', 20), of('3', 3), of('1 first', 1), of('none first'), of('1 second', 1), of('none second')]);
    await expectSeen(recorder(backend, name), ['none first', 'none second', '1 first', '1 second', '3', '20']);
  });

  it('holds a delayed job back until its time', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const seen = recorder(backend, name);
    const start = performance.now();
    await backend.queue(name).add('later', {}, { delay: 700 });
    await backend.queue(name).add('now', {});
    await expectSeen(seen, ['now', 'later']);
    expect(performance.now() - start).toBeGreaterThanOrEqual(690);
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('tries a failing job again with growing pauses, then lets it fail for good with its reason', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    const at: number[] = [];
    const failing = async (): Promise<void> => {
      at.push(performance.now());
      throw new Error(`no answer ${at.length}`);
    };
    backend.worker(name, failing, ONE);
    const options = { jobId: randomUUID(), attempts: 3, backoff: { type: 'exponential', delay: 200 } };
    await queue.add('fail', {}, options);
    await waitUntil('failed', 15_000, async () => (await queue.getJobState(options.jobId)) === 'failed');
    const [first = 0, second = 0, third = 0] = at;
    expect(at).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(190);
    expect(third - second).toBeGreaterThanOrEqual(390);
    const job = (await queue.getJob(options.jobId)) as Job;
    expect(job).toMatchObject({ failedReason: 'no answer 3', attemptsMade: 3 });
  });

  it('stops at once on an error that no try can mend', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    let tries = 0;
    const failing = async (): Promise<void> => {
      tries += 1;
      throw new UnrecoverableError('no such agency');
    };
    backend.worker(name, failing, ONE);
    const jobId = randomUUID();
    await queue.add('fail', {}, { jobId, attempts: 5, backoff: { type: 'fixed', delay: 10 } });
    await waitUntil('failed', 10_000, async () => (await queue.getJobState(jobId)) === 'failed');
    expect(tries).toBe(1);
  });

  it('hands the job of a killed process to another worker', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    await backend.queue(name).add('held', {});
    const child = Child.start('hold-job.ts', [kind, harness.proxy.url, name]);
    await child.says('holding');
    await child.kill();
    const seen: string[] = [];
    const settings = { concurrency: 1, lockDuration: 500, stalledInterval: 500 };
    backend.worker(name, async (job) => seen.push(job.name), settings);
    await expectSeen(seen, ['held'], 15_000);
  });

  it('waits for running jobs when it is closed, and takes no more', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const steps: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    backend.worker(
      name,
      async (job) => {
        steps.push(`begin ${job.name}`);
        await held;
        steps.push(`end ${job.name}`);
      },
      ONE,
    );
    await backend.queue(name).addBulk([
      { name: 'first', data: {}, opts: { jobId: 'first' } },
      { name: 'second', data: {}, opts: { jobId: 'second' } },
    ]);
    await waitUntil('running', 10_000, async () => steps.length === 1);
    const closing = backend.close().then(() => steps.push('closed'));
    letGo();
    await closing;
    expect(steps).toEqual(['begin first', 'end first', 'closed']);
    const after = await aBackend();
    expect(await after.queue(name).getJobState('first')).toBe('completed');
    expect(await after.queue(name).getJobState('second')).toBe('waiting');
  });

  it('shares the load between two workers', async () => {
    const [one, two] = [await aBackend(), await aBackend()];
    const name = randomUUID();
    const ran: string[] = [];
    for (const [worker, backend] of [
      ['one', one],
      ['two', two],
    ] as const) {
      const waiting = async (): Promise<void> => {
        ran.push(worker);
        await waitUntil('both are at work', 10_000, async () => new Set(ran).size === 2);
      };
      backend.worker(name, waiting, ONE);
    }
    await one.queue(name).addBulk(Array.from({ length: 20 }, (_, index) => ({ name: `job ${index}`, data: {} })));
    await waitUntil('ran', 20_000, async () => ran.length === 20);
    expect(new Set(ran)).toEqual(new Set(['one', 'two']));
  });

  it('takes a thousand jobs in one go and runs each once', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const jobs = Array.from({ length: 1_000 }, (_, index) => ({
      name: String(index),
      data: { index },
      opts: { jobId: randomUUID(), removeOnComplete: true, removeOnFail: true },
    }));
    const start = performance.now();
    await backend.queue(name).addBulk(jobs);
    const added = performance.now();
    await backend.queue(name).addBulk(jobs);
    const seen = recorder(backend, name, 20);
    await waitUntil('ran', 25_000, async () => seen.length >= 1_000);
    const ran = performance.now();
    await waitUntil('empty', 10_000, async () => (await backend.queue(name).getJobCountByTypes()) === 0);
    expect(seen.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
    console.log(`${kind}: 1,000 added in ${Math.round(added - start)} ms, run in ${Math.round(ran - added)} ms`);
  });

  it('goes on after the queue was wiped, with a job in hand and one waiting', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    const seen: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    backend.worker(
      name,
      async (job) => {
        seen.push(job.name);
        await held;
      },
      ONE,
    );
    await queue.addBulk([
      { name: 'in hand', data: {} },
      { name: 'lost', data: {} },
    ]);
    await waitUntil('running', 10_000, async () => seen.length === 1);
    await harness.wipe();
    letGo();
    await queue.add('after', {}, { jobId: 'after' });
    await expectSeen(seen, ['in hand', 'after']);
    await waitUntil('done', 5_000, async () => (await queue.getJobState('after')) === 'completed');
  });

  it('goes on after the engine was away, and tells of it', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const seen = recorder(backend, name);
    await backend.queue(name).add('before', {});
    await expectSeen(seen, ['before']);
    await harness.proxy.close();
    await expect(backend.queue(name).add('meanwhile', {})).rejects.toThrow(/closed|max retries/);
    await harness.proxy.open();
    await waitUntil('added', 10_000, async () => Boolean(await backend.queue(name).add('after', {})));
    await expectSeen(seen, ['before', 'after']);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('finishes a job that ran while the engine was away for a moment', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const queue = backend.queue(name);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let runs = 0;
    backend.worker(
      name,
      async () => {
        runs += 1;
        await held;
      },
      { concurrency: 1, lockDuration: 5_000, stalledInterval: 1_000 },
    );
    await queue.add('long', {}, { jobId: 'long' });
    await waitUntil('running', 10_000, async () => runs === 1);
    await harness.proxy.close();
    letGo();
    await waitUntil('the loss was noticed', 10_000, async () => faults.length > 0);
    await harness.proxy.open();
    await waitUntil('done', 20_000, async () => (await queue.getJobState('long')) !== 'active');
    expect(await queue.getJobState('long')).toBe('completed');
  });

  it('goes on after the engine ended all its sessions', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const seen = recorder(backend, name);
    await backend.queue(name).add('before', {});
    await expectSeen(seen, ['before']);
    await harness.endSessions();
    await waitUntil('added', 10_000, async () =>
      Boolean(await backend.queue(name).add('after', {}, { jobId: 'after' })),
    );
    await expectSeen(seen, ['before', 'after']);
  });

  it('may be started before its engine', async () => {
    await harness.proxy.close();
    const backend = unready();
    await expect(backend.ready()).rejects.toThrow(/ECONNREFUSED|max retries/);
    const name = randomUUID();
    const seen = recorder(backend, name);
    const adding = backend
      .queue(name)
      .add('early', {})
      .catch(() => undefined);
    await harness.proxy.open();
    await backend.ready();
    await adding;
    await backend.queue(name).add('then', {});
    await waitUntil('ran', 15_000, async () => seen.includes('then'));
  });

  it('opens no queue once it closes: nobody would close it', async () => {
    const backend = await aBackend();
    await backend.close();
    expect(() => backend.queue(randomUUID())).toThrow('the queues are closing');
  });

  it('closes while the engine is away', async () => {
    const backend = await aBackend();
    const name = randomUUID();
    const seen = recorder(backend, name);
    await backend.queue(name).add('before', {});
    await expectSeen(seen, ['before']);
    await harness.proxy.close();
    try {
      await waitUntil('the loss was noticed', 10_000, async () => faults.length > 0);
      const start = performance.now();
      await backend.close();
      expect(performance.now() - start).toBeLessThan(6_000);
    } finally {
      await harness.proxy.open();
    }
  }, 20_000);

  it('closes though its worker never reached the engine', async () => {
    await harness.proxy.close();
    try {
      const backend = unready();
      recorder(backend, randomUUID());
      await waitUntil('it tried', 10_000, async () => faults.length > 0);
      const start = performance.now();
      await backend.close();
      expect(performance.now() - start).toBeLessThan(6_000);
    } finally {
      await harness.proxy.open();
    }
  }, 20_000);

  it('leaves no connection behind when it is closed', async () => {
    const before = await harness.connections();
    const backend = await aBackend();
    recorder(backend, randomUUID());
    recorder(backend, randomUUID());
    await backend.queue(randomUUID()).add('x', {});
    expect(await harness.connections()).toBeGreaterThan(before);
    await backend.close();
    await waitUntil('all are gone', 5_000, async () => (await harness.connections()) === before);
  });
});

describe('a queue in PostgreSQL', () => {
  it('makes its schema again when that was dropped', async () => {
    const harness = await postgresHarness();
    const backend = harness.backend();
    await backend.ready();
    const seen: string[] = [];
    backend.worker('jobs', async (job) => seen.push(job.name), ONE);
    await backend.queue('jobs').add('before', {});
    await waitUntil('ran', 10_000, async () => seen.length === 1);
    await harness.dropEverything();
    await expect(backend.queue('jobs').add('lost', {})).rejects.toThrow('does not exist');
    await backend.ready();
    await backend.queue('jobs').add('after', {});
    await waitUntil('ran', 15_000, async () => seen.length === 2);
    expect(seen).toEqual(['before', 'after']);
    await backend.close();
    await harness.remove();
  });
});
