/** Any origin of its own: a path that stays on it stays on ours. */
const here = 'https://here.invalid';

/**
 * The path if it leads to a page of this system, else its first page: a link from elsewhere must not lead away after a
 * sign-in. Read as a browser reads it, which takes `/\t/` and `\\` for `//`.
 */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !path.startsWith('/') || !URL.canParse(path, here)) {
    return '/';
  }
  const { origin, pathname, search, hash } = new URL(path, here);
  const isPage = origin === here && !pathname.startsWith('//') && !pathname.startsWith('/api/');
  return isPage ? `${pathname}${search}${hash}` : '/';
}
