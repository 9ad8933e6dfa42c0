import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SessionView, SetUpState } from '#contracts';
import { AddAgencies } from '#directory';
import { AddPeople, SetUpSystem } from '#identity';
import { startEmptyApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused } from './support/expect-refusals.js';
import { countOf } from './support/kept.js';

let app: TestApp;
let stranger: Caller;

beforeEach(async () => {
  app = await startEmptyApp();
  stranger = Caller.stranger(app.url);
});

afterEach(async () => {
  await app.stop();
});

const secret = 'một-mật-khẩu-đủ-dài';

function setUpBody(token: string, changes: object = {}): object {
  return {
    token,
    agency: { code: 'H28', name: 'Ủy ban nhân dân tỉnh Hòa Bình', abbreviation: 'UBND' },
    administrator: { fullName: 'Phạm Thị Kim Hương', userName: 'quantri', password: secret, ...changes },
  };
}

async function setUp(token: string, changes: object = {}): Promise<Answer> {
  return stranger.call('POST', '/setup', { json: setUpBody(token, changes) });
}

async function linkToken(): Promise<string> {
  const token = await app.server.get(SetUpSystem).newLinkToken();
  if (token === undefined) {
    throw new Error('there was no link');
  }
  return token;
}

const isNeeded = async (): Promise<boolean> => (await stranger.get('/setup')).as(SetUpState).needed;

describe('the set-up link', () => {
  it('still works after a user name that somebody has', async () => {
    await app.server.get(AddAgencies).execute([
      {
        code: 'H28.02',
        code102: null,
        name: 'Sở Nội vụ',
        abbreviation: 'SNV',
        level: 'department',
        parentCode: null,
      },
    ]);
    await app.server.get(AddPeople).execute([
      {
        fullName: 'Đỗ Thu Ngân',
        userName: 'quantri',
        passwordHash: 'none',
        agencyCode: 'H28.02',
        role: 'clerk',
        position: 'Văn thư',
      },
    ]);
    const token = await linkToken();
    expectProblem(await setUp(token), 'setup.user-name-taken');
    expect(await isNeeded()).toBe(true);
    expect((await setUp(token, { userName: 'quantri2' })).status).toBe(204);
    expect(await isNeeded()).toBe(false);
  });

  it('is the only way in: after the migrations nobody exists, and so no password either', async () => {
    expect(await countOf(app, 'people')).toBe(0);
    expect(await countOf(app, 'posts')).toBe(0);
    for (const userName of ['admin', 'administrator', 'quantri', 'root', 'vanthu']) {
      expectProblem(await stranger.post('/session', { userName, password: userName }), 'session.bad-credentials');
    }
  });

  it('stays good after a password that is easy to guess, also for who knows the names', async () => {
    const token = await linkToken();
    for (const password of ['matkhau123456', 'phamthikimhuong', 'ubnd hòa bình']) {
      expectProblem(await setUp(token, { password }), 'password.too-weak');
    }
    expect(await countOf(app, 'people')).toBe(0);
    expect((await setUp(token)).status).toBe(204);
  });

  it('makes the first agency and its administrator, once', async () => {
    expect(await isNeeded()).toBe(true);
    const token = await linkToken();
    const answer = await setUp(token);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await isNeeded()).toBe(false);
    const session = (await stranger.post('/session', { userName: 'quantri', password: secret })).as(SessionView);
    expect(session.post).toMatchObject({ role: 'system-administrator', agency: { code: 'H28', abbreviation: 'UBND' } });
    await expectRefused(app, 'setup.bad-token', async (headers) =>
      stranger.post('/setup', setUpBody(token, { userName: 'ke-gian' }), headers),
    );
    expect(await app.server.get(SetUpSystem).newLinkToken()).toBeUndefined();
  });

  it('is no longer good after a newer one, and a made-up one never was', async () => {
    const older = await linkToken();
    const newer = await linkToken();
    for (const token of [older, 'A'.repeat(43), newer.toLowerCase()]) {
      await expectRefused(app, 'setup.bad-token', async (headers) =>
        stranger.post('/setup', setUpBody(token), headers),
      );
    }
    expect((await setUp(newer)).status).toBe(204);
  });

  it('gives one administrator, however many use it at once', async () => {
    const token = await linkToken();
    const names = Array.from({ length: 8 }, (_, index) => `quantri${index}`);
    const answers = await Promise.all(names.map((userName) => setUp(token, { userName })));
    const refused = answers.filter(({ status }) => status !== 204);
    expect(refused).toHaveLength(7);
    refused.forEach((answer) => expectProblem(answer, 'setup.bad-token'));
    expect(await countOf(app, 'people')).toBe(1);
    expect(await countOf(app, "posts WHERE role = 'system-administrator'")).toBe(1);
  });

  it('stays good when what was filled in is refused', async () => {
    const token = await linkToken();
    for (const wrong of [
      { password: 'too short' },
      { password: 'a'.repeat(201) },
      { userName: 'q' },
      { userName: 'quản trị' },
      { fullName: ' ' },
      { fullName: 'Phạm\0' },
    ]) {
      const answer = await setUp(token, wrong);
      const field = Object.keys(wrong)[0] ?? '';
      expect(expectProblem(answer, 'request.invalid').errors?.map(({ path }) => path)).toEqual([
        `administrator.${field}`,
      ]);
    }
    expect(await countOf(app, 'people')).toBe(0);
    expect((await setUp(token)).status).toBe(204);
  });

  it('is refused to pages of other sites', async () => {
    const json = setUpBody(await linkToken());
    const headers = { 'sec-fetch-site': 'cross-site' };
    expectProblem(await stranger.call('POST', '/setup', { json, headers }), 'session.csrf');
    expect(await isNeeded()).toBe(true);
  });
});
