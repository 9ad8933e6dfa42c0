const DIGEST = /^[0-9a-f]{64}$/;

/** Whether this is a key of the store; anything else must never become part of a path. */
export function isDigest(value: string): boolean {
  return DIGEST.test(value);
}

/** Two levels of 256 folders keep each folder small at millions of files. */
export function digestPath(digest: string): readonly [string, string, string] {
  return [digest.slice(0, 2), digest.slice(2, 4), digest];
}

const STAGED = /^[0-9a-f-]{36}$/;

/** The name of a piece, if it is an id: nothing else becomes part of a path. */
export function stagedName(name: string): string {
  if (!STAGED.test(name)) {
    throw new RangeError('no name of a piece');
  }
  return name;
}
