import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  RecoveryCodes,
  SecondFactorChoices,
  SecondFactorPassed,
  SecondFactorsView,
  SessionView,
  TotpOffer,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { password, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { apiRoutes, withUnknownIds } from './support/api-routes.js';
import { Caller, cookieOf } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf, everythingKept } from './support/kept.js';
import { signIn } from './support/office.js';
import { codeOf, enrolTotp, forgetSteps, onAfter, show, signInWith } from './support/second-factor.js';

const origin = 'https://vanthu.example';

/** Routes that a session reaches before its second factor was shown; every other one has to refuse. */
const openToHalf = new Set([
  'GET /health/live',
  'GET /health/ready',
  'GET /session',
  'DELETE /session',
  'GET /session/second-factor',
  'POST /session/second-factor',
  'POST /session/second-factor/passkey-challenge',
]);

const routes = await apiRoutes();

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ PUBLIC_URL: origin });
});

afterAll(async () => {
  await app.stop();
});

async function ownFactors(by: Caller): Promise<SecondFactorsView> {
  return (await by.get('/account/second-factors')).as(SecondFactorsView);
}

async function isOpen(cookie: string): Promise<boolean> {
  const answer = await Caller.stranger(app.url).get('/session', { cookie });
  return answer.status === 200 && answer.as(SessionView).needs === null;
}

/** Half-signed-in sessions, one after the other: many sign-ins at once are slowed down like guesses. */
async function sessionsOf(userName: string, count: number): Promise<Caller[]> {
  const callers: Caller[] = [];
  while (callers.length < count) {
    callers.push(await signIn(app, userName));
  }
  return callers;
}

async function setSession(of: Caller, change: string): Promise<void> {
  await app.server.get(Database).query(`UPDATE sessions SET ${change} WHERE person_id = $1`, [of.session.person.id]);
}

async function confirm(by: Caller, offer: TotpOffer, code = codeOf(offer.secret)): Promise<Answer> {
  return by.post(`/account/second-factors/totp/${offer.id}/confirmation`, { code });
}

async function offerTo(by: Caller, name = 'Điện thoại'): Promise<TotpOffer> {
  return (await by.post('/account/second-factors/totp', { name })).as(TotpOffer);
}

describe('adding an app that makes codes', () => {
  it('asks for its code at the next sign-in, and shows ten recovery codes this once', async () => {
    const clerk = await signIn(app, 'vanthu.snv');
    const { by, recoveryCodes } = await enrolTotp(app, clerk);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await ownFactors(by)).toMatchObject({
      factors: [{ kind: 'totp', name: 'Điện thoại' }],
      recoveryCodesLeft: 10,
      isRequired: false,
    });
    const next = await signIn(app, 'vanthu.snv');
    expect(next.session.needs).toBe('second-factor');
    expect(next.session.permissions).toEqual([]);
  });

  it('does nothing until a code of it was right', async () => {
    const clerk = await signIn(app, 'vanthu.stc');
    const offer = await offerTo(clerk);
    expectProblem(await confirm(clerk, offer, '000000'), 'second-factor.wrong-code');
    expect((await signIn(app, 'vanthu.stc')).session.needs).toBeNull();
    expect((await ownFactors(clerk)).factors).toEqual([]);
  });

  it('gives no second set of recovery codes with a second app', async () => {
    const { by } = await enrolTotp(app, await signIn(app, 'vanthu.sct'));
    const second = await enrolTotp(app, by, 'Máy dự phòng');
    expect(second.recoveryCodes).toEqual([]);
    expect((await ownFactors(second.by)).factors.map(({ name }) => name)).toEqual(['Điện thoại', 'Máy dự phòng']);
  });

  it('forgets an offer that was not taken up when another is made, and confirms each once', async () => {
    const clerk = await signIn(app, 'vanthu.stp');
    const [first, second] = [await offerTo(clerk), await offerTo(clerk)];
    expectProblem(await confirm(clerk, first), 'not-found');
    const answer = await confirm(clerk, second);
    expect(answer.status).toBe(200);
    expectProblem(await confirm(await onAfter(clerk, answer), second), 'not-found');
  });

  it('is nobody else’s to confirm, to name or to remove', async () => {
    const [owner, other] = [await signIn(app, 'chuyenvien1.stc'), await signIn(app, 'chuyenvien2.stc')];
    const offer = await offerTo(owner);
    expectProblem(await confirm(other, offer), 'not-found');
    const by = await onAfter(owner, await confirm(owner, offer));
    const path = `/account/second-factors/${offer.id}`;
    expectProblem(await other.call('PUT', path, { json: { name: 'Của tôi' } }), 'not-found');
    expectProblem(await other.call('DELETE', path), 'not-found');
    expect((await by.call('PUT', path, { json: { name: 'Máy bàn' } })).status).toBe(204);
    expect((await ownFactors(by)).factors).toMatchObject([{ id: offer.id, name: 'Máy bàn' }]);
  });

  it('leaves no secret and no recovery code where the database is read', async () => {
    const { secret, recoveryCodes } = await enrolTotp(app, await signIn(app, 'lanhdao.stp'));
    for (const text of [secret, ...recoveryCodes]) {
      expect(await countOf(app, 'totp_factors AS t WHERE t::text LIKE $1', [`%${text}%`])).toBe(0);
      expect(await countOf(app, 'recovery_codes AS t WHERE t::text LIKE $1', [`%${text}%`])).toBe(0);
      expect(await countOf(app, 'audit_entries AS t WHERE t::text LIKE $1', [`%${text}%`])).toBe(0);
    }
  });

  it('keeps no answer with a secret under an Idempotency-Key', async () => {
    const clerk = await signIn(app, 'chuyenvien1.stttt');
    const headers = { 'idempotency-key': newId() };
    const first = await clerk.post('/account/second-factors/totp', { name: 'Một' }, headers);
    const second = await clerk.post('/account/second-factors/totp', { name: 'Một' }, headers);
    expect(second.as(TotpOffer).secret).not.toBe(first.as(TotpOffer).secret);
    expect(await countOf(app, 'idempotency_keys WHERE key = $1', [headers['idempotency-key']])).toBe(0);
  });

  it('asks for the password again in a session that has been open for a while', async () => {
    const clerk = await signIn(app, 'chuyenvien2.stttt');
    await setSession(clerk, "created_at = now() - interval '11 minutes'");
    const start = (): Promise<Answer> => clerk.post('/account/second-factors/totp', { name: 'Một' });
    expectProblem(await start(), 'session.confirmation-required');
    expectProblem(await clerk.post('/account/second-factors/passkey-challenge'), 'session.confirmation-required');
    expectProblem(await clerk.post('/session/confirmation', { password: 'không phải' }), 'session.not-confirmed');
    expectProblem(await start(), 'session.confirmation-required');
    expect((await clerk.post('/session/confirmation', { password })).status).toBe(204);
    expect((await start()).status).toBe(201);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses the code %j as a field', async (code) => {
    const half = await signIn(app, 'vanthu.snv');
    expectProblem(await show(half, { kind: 'totp', code }), 'request.invalid');
  });
});

describe('a session that has not shown its second factor', () => {
  let half: Caller;
  let before: Awaited<ReturnType<typeof everythingKept>>;

  beforeAll(async () => {
    await enrolTotp(app, await signIn(app, 'vanthu.ubndtinh'));
    half = await signIn(app, 'vanthu.ubndtinh');
    before = await everythingKept(app);
  });

  it.each(routes.filter(({ method, path }) => !openToHalf.has(`${method} ${path}`)))(
    'is let in nowhere at $method $path, unless everybody is',
    async ({ method, path }) => {
      const body = method === 'GET' || method === 'DELETE' ? {} : { json: {} };
      const ask = async (by: Caller): Promise<Answer> => by.call(method, withUnknownIds(path), body);
      const needsSession = (await ask(Caller.stranger(app.url))).status === 401;
      const answer = needsSession ? await ask(half) : undefined;
      expect(answer?.problem().code).toBe(needsSession ? 'session.incomplete' : undefined);
    },
  );

  it('has written nothing by any of it', async () => {
    expect(await everythingKept(app)).toEqual(before);
  });

  it('is every session of the person from the moment at which the first factor is added', async () => {
    const [here, there] = [await signIn(app, 'lanhdao.stc'), await signIn(app, 'lanhdao.stc')];
    await enrolTotp(app, here);
    expectProblem(await there.get('/documents'), 'session.incomplete');
    expect((await there.get('/session')).as(SessionView).needs).toBe('second-factor');
  });
});

describe('a code at the sign-in', () => {
  it('opens the session under another cookie and another token; the half-signed-in one is worth nothing', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'lanhdao.snv'));
    const half = await signIn(app, 'lanhdao.snv');
    expect((await half.get('/session/second-factor')).as(SecondFactorChoices)).toEqual({
      totp: true,
      passkey: false,
      recoveryCode: true,
    });
    const answer = await show(half, { kind: 'totp', code: codeOf(secret) });
    const { session } = answer.as(SecondFactorPassed);
    expect(session).toMatchObject({ id: half.session.id, needs: null });
    expect(session.csrfToken).not.toBe(half.session.csrfToken);
    expect(cookieOf(answer)).not.toBe(half.cookie);
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; Secure; SameSite=Lax|Secure; HttpOnly/);
    expectProblem(await half.get('/session'), 'session.required');
    expect(await isOpen(cookieOf(answer))).toBe(true);
  });

  it('is taken once, also one step later and by whoever saw it', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'lanhdao.stttt'));
    const code = codeOf(secret);
    await signInWith(app, 'lanhdao.stttt', { kind: 'totp', code });
    const second = await signIn(app, 'lanhdao.stttt');
    expectProblem(await show(second, { kind: 'totp', code }), 'second-factor.wrong-code');
    expectProblem(await show(second, { kind: 'totp', code: codeOf(secret, -30) }), 'second-factor.wrong-code');
  });

  it('lets one of several through that show the same at once', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'vanthu.stttt'));
    const halves = await sessionsOf('vanthu.stttt', 4);
    const code = codeOf(secret);
    const answers = await Promise.all(halves.map((half) => show(half, { kind: 'totp', code })));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(3);
    // A used code is wrong; so many tries at once may be slowed down before anybody looks at them.
    expect(refused.filter(({ status }) => status !== 401 && status !== 429)).toEqual([]);
  });

  it('of somebody else opens nothing', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'chuyenvien1.stp'));
    await enrolTotp(app, await signIn(app, 'chuyenvien2.stp'));
    const half = await signIn(app, 'chuyenvien2.stp');
    expectProblem(await show(half, { kind: 'totp', code: codeOf(secret) }), 'second-factor.wrong-code');
    expect(await isOpen(half.cookie)).toBe(false);
  });

  it('can’t be guessed: after five tries there is a pause, under any header, and nobody is locked out', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'chuyenvien1.sct'));
    const half = await signIn(app, 'chuyenvien1.sct');
    const guess = (): Promise<Answer> =>
      half.post('/session/second-factor', { kind: 'totp', code: '000000' }, { 'idempotency-key': newId() });
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expectProblem(await guess(), 'session.slowed-down');
    // The right one is not even looked at before the pause is over.
    expectProblem(await show(half, { kind: 'totp', code: codeOf(secret) }), 'session.slowed-down');
    await app.server.get(Database).query('UPDATE sign_in_tries SET open_at = now()');
    expect((await show(half, { kind: 'totp', code: codeOf(secret) })).status).toBe(200);
  });

  it('is on record, right and wrong, without the code', async () => {
    const { secret } = await enrolTotp(app, await signIn(app, 'chuyenvien2.sct'));
    const half = await signIn(app, 'chuyenvien2.sct');
    await show(half, { kind: 'totp', code: '000000' });
    await forgetSteps(app);
    await show(half, { kind: 'totp', code: codeOf(secret) });
    const personId = half.session.person.id;
    for (const action of ['second-factor.enrolled', 'session.second-factor-refused', 'session.second-factor-passed']) {
      expect(await countOf(app, 'audit_entries WHERE action = $1 AND object_id = $2', [action, personId])).toBe(1);
    }
  });
});

describe('a recovery code', () => {
  it('opens a session once, counts down, and is on record', async () => {
    const { recoveryCodes } = await enrolTotp(app, await signIn(app, 'chuyenvien1.snv'));
    const [code = ''] = recoveryCodes;
    const half = await signIn(app, 'chuyenvien1.snv');
    const answer = await show(half, { kind: 'recovery-code', code: code.toLowerCase().replaceAll('-', ' ') });
    expect(answer.as(SecondFactorPassed)).toMatchObject({ recoveryCodesLeft: 9, session: { needs: null } });
    const again = await signIn(app, 'chuyenvien1.snv');
    expectProblem(await show(again, { kind: 'recovery-code', code }), 'second-factor.wrong-recovery-code');
    const onRecord = `audit_entries WHERE action = 'session.second-factor-passed' AND object_id = $1
                      AND data ->> 'kind' = 'recovery-code'`;
    expect(await countOf(app, onRecord, [half.session.person.id])).toBe(1);
  });

  it('lets one of several through that show the same at once', async () => {
    const { recoveryCodes } = await enrolTotp(app, await signIn(app, 'chuyenvien2.snv'));
    const halves = await sessionsOf('chuyenvien2.snv', 4);
    const proof = { kind: 'recovery-code', code: recoveryCodes[0] };
    const answers = await Promise.all(halves.map((half) => show(half, proof)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('of the set before no longer works after a new set was made', async () => {
    const { by, recoveryCodes } = await enrolTotp(app, await signIn(app, 'lanhdao.sct'));
    const renewed = (await by.post('/account/recovery-codes')).as(RecoveryCodes).recoveryCodes;
    expect(renewed.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const half = await signIn(app, 'lanhdao.sct');
    const old = { kind: 'recovery-code', code: recoveryCodes[0] };
    expectProblem(await show(half, old), 'second-factor.wrong-recovery-code');
    expect((await show(half, { kind: 'recovery-code', code: renewed[0] })).status).toBe(200);
  });

  it('is not made for somebody who has nothing that it would stand in for', async () => {
    const nobody = await signIn(app, 'vanthu.stc');
    expectProblem(await nobody.post('/account/recovery-codes'), 'second-factor.none');
  });
});
