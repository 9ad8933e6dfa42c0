import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SecondFactorRulesView, SecondFactorsView, SessionView } from '#contracts';
import { AddPeople, RescueSecondFactors } from '#identity';
import { Database } from '#platform';
import { passwordHash, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import type { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { signIn } from './support/office.js';
import { enrolTotp } from './support/second-factor.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.stop();
});

async function ownFactors(by: Caller): Promise<SecondFactorsView> {
  return (await by.get('/account/second-factors')).as(SecondFactorsView);
}

describe('the rules', () => {
  async function require(roles: readonly string[]): Promise<SecondFactorRulesView> {
    const administrator = await signIn(app, 'quantri');
    return (await administrator.call('PUT', '/second-factor-rules', { json: { roles } })).as(SecondFactorRulesView);
  }

  it('hold at once for people who have none, in sessions that are open, and lead through the enrolment', async () => {
    await enrolTotp(app, await signIn(app, 'lanhdao.lacson'));
    const leader = await signIn(app, 'lanhdao.tanlac');
    expect((await leader.get('/documents')).status).toBe(200);
    const { rules } = await require(['leader']);
    const rule = rules.find(({ role }) => role === 'leader');
    expect(rule?.requiredSince).not.toBeNull();
    expect(rule).toMatchObject({ people: 33, lacking: 32 });
    try {
      expectProblem(await leader.get('/documents'), 'session.incomplete');
      expect((await leader.get('/session')).as(SessionView).needs).toBe('second-factor-enrolment');
      const { by } = await enrolTotp(app, leader);
      expect(by.cookie).not.toBe(leader.cookie);
      expectProblem(await leader.get('/session'), 'session.required');
      expect((await by.get('/documents')).status).toBe(200);
      const [factor] = (await ownFactors(by)).factors;
      expectProblem(await by.call('DELETE', `/account/second-factors/${factor?.id}`), 'second-factor.last-one');
    } finally {
      await require([]);
    }
  });

  it('let the last of two go, never the last one, when both are removed at once', async () => {
    const first = await enrolTotp(app, await signIn(app, 'lanhdao.yenthuy'));
    const { by } = await enrolTotp(app, first.by, 'Thứ hai');
    await require(['leader']);
    try {
      const { factors } = await ownFactors(by);
      const answers = await Promise.all(factors.map(({ id }) => by.call('DELETE', `/account/second-factors/${id}`)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
      expect((await ownFactors(by)).factors).toHaveLength(1);
    } finally {
      await require([]);
    }
  });

  it('hold for every post that somebody holds today, in whichever of them they remove the last one', async () => {
    const { by } = await enrolTotp(app, await signIn(app, 'chuyenvien1.lacson'));
    const { id } = by.session.person;
    await app.server.get(Database).query(
      `INSERT INTO posts (id, person_id, agency_id, role, position, signing_forms, valid_from, valid_to)
       SELECT gen_random_uuid(), person_id, agency_id, 'archivist', 'Lưu trữ', '{}', valid_from, $2 FROM posts WHERE person_id = $1`,
      [id, null],
    );
    await require(['archivist']);
    try {
      const [factor] = (await ownFactors(by)).factors;
      const path = `/account/second-factors/${factor?.id}`;
      expectProblem(await by.call('DELETE', path), 'second-factor.last-one');
      await app.server
        .get(Database)
        .query("UPDATE posts SET valid_to = '2017-01-02' WHERE person_id = $1 AND role = 'archivist'", [id]);
      expect((await by.call('DELETE', path)).status).toBe(204);
    } finally {
      await require([]);
    }
  });

  it('are on record with what held before and after', async () => {
    await require(['clerk']);
    await require([]);
    const rows = await app.server.get(Database).query<{ roles: string[]; before: string; after: string }>(
      `SELECT data -> 'roles' AS roles, before_digest AS before, after_digest AS after FROM audit_entries
          WHERE action = 'second-factor-rules.changed' ORDER BY id DESC LIMIT 2`,
    );
    const [relaxed, required] = rows;
    expect([required?.roles, relaxed?.roles]).toEqual([['clerk'], []]);
    expect(relaxed?.before).toBe(required?.after);
  });

  it.each(['lanhdao.caophong', 'vanthu.caophong'])('are closed to %s', async (userName) => {
    const by = await signIn(app, userName);
    expectProblem(await by.get('/second-factor-rules'), 'permission.denied');
    expectProblem(await by.call('PUT', '/second-factor-rules', { json: { roles: [] } }), 'permission.denied');
  });

  it('know no role that is none', async () => {
    const administrator = await signIn(app, 'quantri');
    const answer = await administrator.call('PUT', '/second-factor-rules', { json: { roles: ['king'] } });
    expectProblem(answer, 'request.invalid');
  });
});

describe('removing the last factor where the role needs none', () => {
  it('takes its recovery codes away and asks for nothing at the next sign-in', async () => {
    const { by } = await enrolTotp(app, await signIn(app, 'chuyenvien1.tanlac'));
    const [factor] = (await ownFactors(by)).factors;
    expect((await by.call('DELETE', `/account/second-factors/${factor?.id}`)).status).toBe(204);
    expect(await ownFactors(by)).toMatchObject({ factors: [], recoveryCodesLeft: 0 });
    expect((await signIn(app, 'chuyenvien1.tanlac')).session.needs).toBeNull();
  });
});

describe('an administrator who takes the factors of somebody away', () => {
  async function administratorOf(agencyCode: string): Promise<Caller> {
    const userName = `agency-administrator.${agencyCode}`.toLowerCase();
    await app.server.get(AddPeople).execute([
      {
        fullName: 'Bùi Văn Kiểm',
        userName,
        passwordHash,
        agencyCode,
        role: 'agency-administrator',
        position: 'Quản trị',
      },
    ]);
    return signIn(app, userName);
  }

  async function reset(by: Caller, of: Caller, reason = 'Mất điện thoại, đã gặp trực tiếp'): Promise<Answer> {
    return by.post(`/people/${of.session.person.id}/second-factor-reset`, { reason });
  }

  it('ends their sessions, lets the password be enough once more, and they are told until they have read it', async () => {
    const { by: owner } = await enrolTotp(app, await signIn(app, 'chuyenvien1.dabac'));
    const administrator = await signIn(app, 'quantri');
    expect((await reset(administrator, owner)).status).toBe(204);
    expectProblem(await owner.get('/session'), 'session.required');
    const next = await signIn(app, 'chuyenvien1.dabac');
    expect(next.session.needs).toBeNull();
    const told = await ownFactors(next);
    expect(told).toMatchObject({ factors: [], recoveryCodesLeft: 0 });
    expect(told.resetAt).not.toBeNull();
    expect((await next.call('DELETE', '/account/second-factors/reset-notice')).status).toBe(204);
    expect((await ownFactors(next)).resetAt).toBeNull();
    const onRecord = "audit_entries WHERE action = 'second-factors.reset' AND object_id = $1 AND note LIKE 'Mất%'";
    expect(await countOf(app, onRecord, [owner.session.person.id])).toBe(1);
  });

  it('is told when there is nothing to take away, and has to say why', async () => {
    const [administrator, nobody] = [await signIn(app, 'quantri'), await signIn(app, 'chuyenvien2.dabac')];
    expectProblem(await reset(administrator, nobody), 'second-factor.none-to-reset');
    expectProblem(await reset(administrator, nobody, ' '), 'request.invalid');
  });

  it('can be helped on the server themself, where nobody else could', async () => {
    const { by: owner } = await enrolTotp(app, await signIn(app, 'chuyenvien2.kimboi'));
    const rescue = app.server.get(RescueSecondFactors);
    expect(await rescue.execute('nobody.kimboi')).toBe(false);
    expect(await rescue.execute('chuyenvien2.kimboi')).toBe(true);
    expect(await rescue.execute('chuyenvien2.kimboi')).toBe(false);
    expectProblem(await owner.get('/session'), 'session.required');
    expect((await signIn(app, 'chuyenvien2.kimboi')).session.needs).toBeNull();
  });

  it('does so for the people of the own agency alone, and never for themselves', async () => {
    const own = await administratorOf('H28.02');
    const { by: colleague } = await enrolTotp(app, await signIn(app, 'vanthu.sgtvt'));
    expectProblem(await reset(own, colleague), 'not-found');
    expectProblem(await reset(own, await signIn(app, 'quantri')), 'not-found');
    const { by: self } = await enrolTotp(app, own);
    expectProblem(await reset(self, self), 'person.own-rights');
    expectProblem(await reset(colleague, self), 'permission.denied');
  });
});
