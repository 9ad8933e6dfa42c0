import { expect } from 'vitest';
import { type ErrorCode, errorCatalogue, type Language, type Problem } from '#contracts';
import type { Answer } from './answer.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The refusal as it is promised: status, stable code, a finished sentence in the language, an id to ask about. */
export function expectProblem(answer: Answer, code: ErrorCode, language: Language = 'vi'): Problem {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = answer.problem();
  const { status, title, detail } = errorCatalogue[code];
  expect(problem).toMatchObject({ code, status, title: title[language], type: `urn:vanthu:error:${code}` });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-language')).toBe(language);
  expect(problem.requestId).toMatch(uuid);
  expect(problem.detail).not.toMatch(/[{}]/);
  expect(problem.detail).toMatch(new RegExp(`^${patternOf(detail[language])}$`, 's'));
  return problem;
}

/** The sentence of the catalogue with anything in the place of its names in braces. */
function patternOf(sentence: string): string {
  return sentence
    .split(/\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.+');
}
