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

/** Only a path of this site is gone back to: a link from elsewhere must not lead away after sign-in. */
export function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith('/') && !path.startsWith('//') && !path.includes('\\');
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const { back, setUp } = search;
  const refused = refusals.find((known) => known === search['refused']);
  return {
    ...(isOwnPath(back) ? { back } : {}),
    ...(setUp === true ? { setUp } : {}),
    ...(refused === undefined ? {} : { refused }),
  };
}
