/** Any origin of its own: a path that stays on it stays on ours. */
const here = 'https://here.invalid';

/** The API, another host, and what somebody may one day decode into one: no page has such a path. */
const noPage = /^\/(?:\/|api\/)|%(?:2f|5c|[01][0-9a-f]|7f)/i;

/**
 * The path as a browser reads it, if it leads to a page of this site: a link from elsewhere must not lead away after a
 * sign-in. The server has the same rule for single sign-on; from #contracts it would make the first load much larger.
 */
export function ownPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, here)) {
    return undefined;
  }
  const { origin, pathname, search, hash } = new URL(path, here);
  return origin === here && !noPage.test(pathname) ? `${pathname}${search}${hash}` : undefined;
}
