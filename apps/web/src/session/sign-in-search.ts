export interface SignInSearch {
  back?: string;
  setUp?: boolean;
}

/** Only a path of this site is gone back to: a link from elsewhere must not lead away after sign-in. */
export function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith('/') && !path.startsWith('//') && !path.includes('\\');
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const { back, setUp } = search;
  return { ...(isOwnPath(back) ? { back } : {}), ...(setUp === true ? { setUp } : {}) };
}
