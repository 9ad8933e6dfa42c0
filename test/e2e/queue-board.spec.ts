import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#contracts';
import { QueueBackend } from '#platform';
import { createTestRedis, findPrograms } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { everyAsker } from './support/matrix/askers.js';
import { signIn } from './support/office.js';

const withRedis = process.env['CI'] === 'true' || findPrograms().redis !== '';
if (!withRedis) {
  console.log('queue-board.spec.ts: redis-server is missing, the board is not looked at over it');
}

const engines = [
  { name: 'PostgreSQL', runs: true, environment: async () => ({}) },
  { name: 'Redis', runs: withRedis, environment: async () => ({ REDIS_URL: (await createTestRedis()).url }) },
] as const;

const board = '/delivery-queue/board';

describe.each(engines.filter(({ runs }) => runs))('the board of the queues in $name', ({ environment }) => {
  let app: TestApp;
  let administrator: Caller;

  beforeAll(async () => {
    app = await startTestApp(await environment());
    administrator = await signIn(app, 'quantri');
  });

  afterAll(async () => {
    await app.stop();
  });

  const get = (path = '', by: Caller = administrator) => by.get(`${board}${path}`);

  it('is a page whose parts come from this site, with the headers of every answer', async () => {
    const page = await get();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const [script] = /static\/js\/main\.[^"]+\.js/.exec(page.text) ?? [];
    const part = await get(`/${script}`);
    expect([part.status, part.headers.get('content-type')]).toEqual([200, 'application/javascript; charset=utf-8']);
  });

  it('shows every lane with what waits in it, and lets nothing be changed', async () => {
    const queue = app.server.get(QueueBackend).queue('webhook');
    await queue.add('of-nobody', {}, { delay: 3_600_000 });
    const { queues } = (await get('/api/queues')).json() as {
      queues: { name: string; counts: { delayed: number }; readOnlyMode: boolean }[];
    };
    expect(queues.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['deliveries', 'deliveries-urgent', 'webhook']),
    );
    expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
    expect(queues.find(({ name }) => name === 'webhook')?.counts.delayed).toBe(1);
    for (const path of [
      '/api/queues/webhook/pause',
      '/api/queues/webhook/clean/delayed',
      '/api/queues/webhook/empty',
    ]) {
      expect((await administrator.call('PUT', `${board}${path}`)).status).toBe(404);
    }
    expect(await queue.getDelayedCount()).toBe(1);
  });

  it('is for administrators of the system alone', async () => {
    expectProblem(await get('', Caller.stranger(app.url)), 'session.required');
    expectProblem(await get('/api/queues', Caller.stranger(app.url)), 'session.required');
    const { length } = roles;
    const askers = (await everyAsker(app)).filter(({ place }) => place === 'sender');
    expect(askers.length).toBeGreaterThanOrEqual(length);
    for (const { by, role } of askers) {
      const answer = await get('/api/queues', by);
      expect([role, answer.status]).toEqual([role, role === 'system-administrator' ? 200 : 403]);
    }
  });
});
