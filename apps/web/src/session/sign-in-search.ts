import { ownPath } from './own-path.js';

const refusals = [
  'provider-unreachable',
  'cancelled',
  'not-valid',
  'expired',
  'no-claim',
  'unverified-email',
  'unknown-person',
  'disabled',
  'no-post',
  'other-account',
] as const;
export type SingleSignOnRefusal = (typeof refusals)[number];

export interface SignInSearch {
  back?: string;
  /** Why somebody came back from the identity provider without being let in. */
  refused?: SingleSignOnRefusal;
  setUp?: boolean;
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const { setUp } = search;
  const back = ownPath(search['back']);
  const refused = refusals.find((known) => known === search['refused']);
  return {
    ...(back === undefined ? {} : { back }),
    ...(setUp === true ? { setUp } : {}),
    ...(refused === undefined ? {} : { refused }),
  };
}
