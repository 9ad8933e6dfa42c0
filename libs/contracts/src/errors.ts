import { arrivalErrors } from './errors/arrival.js';
import { documentErrors } from './errors/document.js';
import { requestErrors } from './errors/request.js';
import { secondFactorErrors } from './errors/second-factor.js';
import { sessionErrors } from './errors/session.js';

export { type Language, languages } from './errors/refusal.js';

/** Every code that the API may answer, with its HTTP status and what it tells a person. Codes never change meaning. */
export const errorCatalogue = {
  ...requestErrors,
  ...sessionErrors,
  ...secondFactorErrors,
  ...documentErrors,
  ...arrivalErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

/** The sentence of an error for a person, with the params put in. */
export function sentence(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
