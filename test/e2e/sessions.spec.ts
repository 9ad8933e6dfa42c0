import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionPage, type SessionSummary } from '#contracts';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { password, startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { EventStream } from './support/event-stream.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { signIn } from './support/office.js';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.stop();
});

async function sessionsOf(by: Caller, path = '/sessions'): Promise<readonly SessionSummary[]> {
  return (await by.get(path)).as(SessionPage).items;
}

async function isSignedIn(by: Caller): Promise<boolean> {
  return (await by.get('/session')).status === 200;
}

describe('the own sessions', () => {
  it('are listed with browser, address and times, the newest first, this one marked', async () => {
    const older = await signIn(app, 'vanthu.snv');
    const answer = await Caller.stranger(app.url).call('POST', '/session', {
      json: { userName: 'vanthu.snv', password },
      headers: { 'user-agent': firefox },
    });
    expect(answer.status).toBe(201);
    const [newest, other, ...rest] = await sessionsOf(older);
    expect(rest).toEqual([]);
    expect(newest).toMatchObject({ current: false, browser: 'Firefox', system: 'Windows', method: 'password' });
    expect(newest?.address).toMatch(/127\.0\.0\.1$/);
    expect(other).toMatchObject({ id: older.session.id, current: true });
    expect(JSON.stringify([newest, other])).not.toContain(older.cookie.split('=')[1]);
  });

  it('come in pages', async () => {
    const by = await signIn(app, 'lanhdao.snv');
    await signIn(app, 'lanhdao.snv');
    const first = (await by.get('/sessions?limit=1')).as(SessionPage);
    const second = (await by.get(`/sessions?limit=1&after=${first.next}`)).as(SessionPage);
    expect(second.items.map(({ id }) => id)).toEqual([by.session.id]);
    expect(second.next).toBeNull();
    expectProblem(await by.get('/sessions?after=x'), 'request.invalid');
  });

  it('are ended one by one, with the stream of events that is open in it', async () => {
    const [here, there] = [await signIn(app, 'chuyenvien1.snv'), await signIn(app, 'chuyenvien1.snv')];
    const stream = await EventStream.open(there);
    await waitUntil('the stream is open', 10_000, async () => stream.says('ready'));
    expect((await here.call('DELETE', `/sessions/${there.session.id}`)).status).toBe(204);
    await waitUntil('the stream has ended', 10_000, async () => stream.hasEnded);
    expect(await isSignedIn(there)).toBe(false);
    expect(await isSignedIn(here)).toBe(true);
    expectProblem(await here.call('DELETE', `/sessions/${there.session.id}`), 'not-found');
    const revoked = "audit_entries WHERE action = 'session.revoked' AND person_id = $1";
    expect(await countOf(app, revoked, [here.session.person.id])).toBe(1);
  });

  it('are ended all but this one', async () => {
    const [here, ...others] = [
      await signIn(app, 'chuyenvien2.snv'),
      await signIn(app, 'chuyenvien2.snv'),
      await signIn(app, 'chuyenvien2.snv'),
    ];
    expect((await here.call('DELETE', '/sessions')).status).toBe(204);
    expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false]);
    expect((await sessionsOf(here)).map(({ id }) => id)).toEqual([here.session.id]);
  });

  it('are nobody else’s to end, whatever id is guessed', async () => {
    const [victim, attacker] = [await signIn(app, 'vanthu.stp'), await signIn(app, 'vanthu.stc')];
    for (const id of [victim.session.id, victim.session.person.id, 'x', '%00']) {
      expectProblem(await attacker.call('DELETE', `/sessions/${id}`), 'not-found');
    }
    expect(await isSignedIn(victim)).toBe(true);
  });

  it('are not changed by a page of another site, or without the token', async () => {
    const [here, there] = [await signIn(app, 'vanthu.sct'), await signIn(app, 'vanthu.sct')];
    const forged: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'x-csrf-token': '' }];
    for (const headers of forged) {
      expectProblem(await here.call('DELETE', '/sessions', { headers }), 'session.csrf');
    }
    expect(await isSignedIn(there)).toBe(true);
  });
});

describe('the sessions of somebody else', () => {
  it('are seen and ended by who administers them, on record', async () => {
    const administrator = await signIn(app, 'quantri');
    const clerk = await signIn(app, 'vanthu.syt');
    const path = `/people/${clerk.session.person.id}/sessions`;
    expect(await sessionsOf(administrator, path)).toMatchObject([{ id: clerk.session.id, current: false }]);
    expect((await administrator.call('DELETE', path)).status).toBe(204);
    expect(await isSignedIn(clerk)).toBe(false);
    expect(await sessionsOf(administrator, path)).toEqual([]);
    const revoked = "audit_entries WHERE action = 'session.revoked' AND object_id = $1";
    expect(await countOf(app, revoked, [clerk.session.person.id])).toBe(1);
  });

  it('are refused to a colleague, and an agency’s administrator reaches nobody of another agency', async () => {
    const clerk = await signIn(app, 'vanthu.syt');
    const path = `/people/${clerk.session.person.id}/sessions`;
    const colleague = await signIn(app, 'lanhdao.syt');
    await app.server
      .get(Database)
      .query(
        "UPDATE posts SET role = 'agency-administrator' WHERE person_id = (SELECT id FROM people WHERE user_name = 'vanthu.stc')",
      );
    const foreign = await signIn(app, 'vanthu.stc');
    for (const method of ['GET', 'DELETE']) {
      expectProblem(await colleague.call(method, path), 'permission.denied');
      expectProblem(await foreign.call(method, path), 'not-found');
    }
    expectProblem(await foreign.post(`/people/${clerk.session.person.id}/invitations`), 'not-found');
    expect(await isSignedIn(clerk)).toBe(true);
  });
});
