import { generateSync } from 'otplib';
import { SecondFactorEnrolled, SecondFactorPassed, type SecondFactorProof, TotpOffer } from '#contracts';
import { Database } from '#platform';
import type { TestApp } from '../../start-app.js';
import type { Answer } from './answer.js';
import { Caller, cookieOf } from './caller.js';
import { signIn } from './office.js';

export function codeOf(secret: string, secondsFromNow = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + secondsFromNow });
}

/** Who was signed in, under the cookie that the answer gave, if it gave one. */
export async function onAfter(by: Caller, answer: Answer): Promise<Caller> {
  return Caller.withCookie(by.url, cookieOf(answer) === '' ? by.cookie : cookieOf(answer));
}

export interface WithApp {
  readonly by: Caller;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Adds an app; its codes work at once, also the one that was just used. */
export async function enrolTotp(app: TestApp, by: Caller, name = 'Điện thoại'): Promise<WithApp> {
  const offer = (await by.post('/account/second-factors/totp', { name })).as(TotpOffer);
  const answer = await by.post(`/account/second-factors/totp/${offer.id}/confirmation`, { code: codeOf(offer.secret) });
  const { recoveryCodes } = answer.as(SecondFactorEnrolled);
  await forgetSteps(app);
  return { by: await onAfter(by, answer), secret: offer.secret, recoveryCodes };
}

/** Lets the code of this half minute be used again: a test does not wait for the next. */
export async function forgetSteps(app: TestApp): Promise<void> {
  await app.server.get(Database).query('UPDATE totp_factors SET last_step = 0');
}

export async function show(by: Caller, proof: SecondFactorProof | object): Promise<Answer> {
  return by.post('/session/second-factor', proof);
}

/** Signs in with the password, then with what is shown. */
export async function signInWith(app: TestApp, userName: string, proof: SecondFactorProof): Promise<Caller> {
  const half = await signIn(app, userName);
  const answer = await show(half, proof);
  answer.as(SecondFactorPassed);
  return onAfter(half, answer);
}
