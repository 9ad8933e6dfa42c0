import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PasskeyOffer, PasskeyQuestion, SecondFactorEnrolled, SecondFactorPassed, SessionView } from '#contracts';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller, cookieOf } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { signIn } from './support/office.js';
import { enrolTotp, show } from './support/second-factor.js';
import { type Behaviour, TestAuthenticator } from './support/test-authenticator.js';

const origin = 'https://vanthu.example';
const here: Behaviour = { origin, host: 'vanthu.example' };

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ PUBLIC_URL: origin });
});

afterAll(async () => {
  await app.stop();
});

async function isOpen(cookie: string): Promise<boolean> {
  const answer = await Caller.stranger(app.url).get('/session', { cookie });
  return answer.status === 200 && answer.as(SessionView).needs === null;
}

describe('a passkey', () => {
  async function enrolPasskey(by: Caller, device: TestAuthenticator, how = here): Promise<Answer> {
    const offer = (await by.post('/account/second-factors/passkey-challenge')).as(PasskeyOffer);
    return by.post('/account/second-factors/passkeys', { name: 'USB', credential: device.make(offer, how) });
  }

  async function question(half: Caller): Promise<PasskeyQuestion> {
    return (await half.post('/session/second-factor/passkey-challenge')).as(PasskeyQuestion);
  }

  async function withPasskey(userName: string, how: Behaviour = here): Promise<TestAuthenticator> {
    const device = new TestAuthenticator();
    (await enrolPasskey(await signIn(app, userName), device, how)).as(SecondFactorEnrolled);
    return device;
  }

  it('is made for this site, asks who holds it, and opens the session', async () => {
    const device = new TestAuthenticator();
    const clerk = await signIn(app, 'vanthu.kimboi');
    const offer = (await clerk.post('/account/second-factors/passkey-challenge')).as(PasskeyOffer);
    expect(offer).toMatchObject({
      rp: { id: 'vanthu.example' },
      authenticatorSelection: { userVerification: 'required' },
    });
    const credential = device.make(offer, here);
    const enrolled = await clerk.post('/account/second-factors/passkeys', { name: 'USB', credential });
    expect(enrolled.as(SecondFactorEnrolled).recoveryCodes).toHaveLength(10);

    const half = await signIn(app, 'vanthu.kimboi');
    const asked = await question(half);
    expect(asked).toMatchObject({ rpId: 'vanthu.example', allowCredentials: [{ id: credential.id }] });
    const answer = await show(half, { kind: 'passkey', credential: device.sign(asked, here) });
    expect(answer.as(SecondFactorPassed).session.needs).toBeNull();
    expect(await isOpen(cookieOf(answer))).toBe(true);
  });

  it.each<[string, Partial<Behaviour>]>([
    ['for another site', { host: 'evil.example' }],
    ['at another address', { origin: 'https://evil.example' }],
    ['without a look at who holds the device', { verifiesUser: false }],
  ])('is refused that was made or signed %s', async (_what, how) => {
    const clerk = await signIn(app, 'vanthu.dabac');
    expectProblem(
      await enrolPasskey(clerk, new TestAuthenticator(), { ...here, ...how }),
      'second-factor.wrong-passkey',
    );
    const device = await withPasskey('vanthu.dabac');
    const half = await signIn(app, 'vanthu.dabac');
    const credential = device.sign(await question(half), { ...here, ...how });
    expectProblem(await show(half, { kind: 'passkey', credential }), 'second-factor.wrong-passkey');
    await app.server.get(Database).query('DELETE FROM passkeys WHERE person_id = $1', [clerk.session.person.id]);
  });

  it('answers a challenge once, only its own, and not after five minutes', async () => {
    const device = await withPasskey('vanthu.luongson');
    const half = await signIn(app, 'vanthu.luongson');
    const other = await signIn(app, 'vanthu.luongson');
    const proof = (asked: PasskeyQuestion): object => ({ kind: 'passkey', credential: device.sign(asked, here) });

    const first = await question(half);
    expectProblem(await show(half, proof({ ...first, challenge: 'bW9pIGtoYWM' })), 'second-factor.wrong-passkey');
    expectProblem(await show(half, proof(first)), 'second-factor.challenge-expired');
    const asked = await question(half);
    await question(other);
    expectProblem(await show(other, proof(asked)), 'second-factor.wrong-passkey');
    await app.server.get(Database).query("UPDATE passkey_challenges SET expires_at = now() - interval '1 second'");
    expectProblem(await show(half, proof(asked)), 'second-factor.challenge-expired');
    expectProblem(await show(half, proof(asked)), 'second-factor.challenge-expired');
    expect((await show(half, proof(await question(half)))).status).toBe(200);
  });

  it('lets one through when the same answer comes twice at once', async () => {
    const device = await withPasskey('vanthu.maichau');
    const half = await signIn(app, 'vanthu.maichau');
    const proof = { kind: 'passkey', credential: device.sign(await question(half), here) };
    const answers = await Promise.all([show(half, proof), show(half, proof), show(half, proof)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('that counts backwards was copied, and is refused', async () => {
    const device = await withPasskey('vanthu.tanlac', { ...here, counter: 5 });
    const signed = async (counter: number): Promise<Answer> => {
      const half = await signIn(app, 'vanthu.tanlac');
      return show(half, { kind: 'passkey', credential: device.sign(await question(half), { ...here, counter }) });
    };
    expect((await signed(6)).status).toBe(200);
    expectProblem(await signed(6), 'second-factor.wrong-passkey');
    expectProblem(await signed(4), 'second-factor.wrong-passkey');
    expect((await signed(7)).status).toBe(200);
  });

  it('of somebody else, and one that nobody knows, is refused', async () => {
    const device = await withPasskey('lanhdao.kimboi');
    await withPasskey('lanhdao.dabac');
    const half = await signIn(app, 'lanhdao.dabac');
    for (const one of [device, new TestAuthenticator()]) {
      const proof = { kind: 'passkey', credential: one.sign(await question(half), here) };
      expectProblem(await show(half, proof), 'second-factor.wrong-passkey');
    }
  });

  it('is one person’s: the same device key is not kept twice', async () => {
    const device = await withPasskey('lanhdao.luongson');
    const other = await signIn(app, 'chuyenvien1.kimboi');
    expectProblem(await enrolPasskey(other, device), 'second-factor.passkey-known');
  });

  it('gets its owner in while somebody else is guessing codes', async () => {
    const clerk = await signIn(app, 'lanhdao.maichau');
    const { by } = await enrolTotp(app, clerk);
    const device = new TestAuthenticator();
    expect((await enrolPasskey(by, device)).status).toBe(201);
    const half = await signIn(app, 'lanhdao.maichau');
    await Promise.all(Array.from({ length: 8 }, () => show(half, { kind: 'totp', code: '000000' })));
    expectProblem(await show(half, { kind: 'totp', code: '000000' }), 'session.slowed-down');
    const proof = { kind: 'passkey', credential: device.sign(await question(half), here) };
    expect((await show(half, proof)).status).toBe(200);
  });
});

describe('an address that is a number', () => {
  it('has no passkeys, and says what to do instead', async () => {
    const other = await startTestApp({ PUBLIC_URL: 'https://10.28.0.5' });
    try {
      const clerk = await signIn(other, 'vanthu.snv');
      expect((await clerk.get('/account/second-factors')).json()).toMatchObject({ passkeysPossible: false });
      expectProblem(await clerk.post('/account/second-factors/passkey-challenge'), 'second-factor.no-passkeys-here');
    } finally {
      await other.stop();
    }
  });
});
