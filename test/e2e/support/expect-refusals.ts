import { expect } from 'vitest';
import type { ErrorCode } from '#contracts';
import type { TestApp } from '../../start-app.js';
import type { Answer } from './answer.js';
import { expectProblem } from './expect-problem.js';
import { everythingKept } from './kept.js';

export type Headers = Readonly<Record<string, string>>;

/** Asks in both languages: both times the refusal is as promised, and nothing at all was written. */
export async function expectRefused(
  app: TestApp,
  code: ErrorCode,
  ask: (headers: Headers) => Promise<Answer>,
): Promise<void> {
  const before = await everythingKept(app);
  expectProblem(await ask({}), code);
  expectProblem(await ask({ 'accept-language': 'en' }), code, 'en');
  expect(await everythingKept(app)).toEqual(before);
}

/** The two answers differ in nothing but the ids that each answer has of its own. */
export function expectSameAnswer(one: Answer, other: Answer): void {
  expect(comparable(one)).toEqual(comparable(other));
}

function comparable(answer: Answer): object {
  const headers = Object.fromEntries(answer.headers);
  delete headers['date'];
  return { status: answer.status, headers, text: answer.text.replace(/"requestId":"[^"]+"/, '"requestId":""') };
}
