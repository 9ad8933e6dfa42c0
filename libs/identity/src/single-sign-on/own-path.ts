/** Any origin of its own: a path that stays on it stays on ours. */
const here = 'https://here.invalid';

/** The API, another host, and what somebody may one day decode into one: no page has such a path. */
const noPage = /^\/(?:\/|api\/)|%(?:2f|5c|[01][0-9a-f]|7f)/i;

/**
 * The path if it leads to a page of this system, else its first page: a link from elsewhere must not lead away after a
 * sign-in. Read as a browser reads it, which takes `/\t/` and `\\` for `//`. The web has the same rule for its form.
 */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, here)) {
    return '/';
  }
  const { origin, pathname, search, hash } = new URL(path, here);
  return origin === here && !noPage.test(pathname) ? `${pathname}${search}${hash}` : '/';
}
