/** The libs in the one order in which they may know each other: each may import those that stand before it. */
export const LAYERS = [
  'kernel',
  'contracts',
  'platform',
  'audit',
  'directory',
  'identity',
  'access',
  'documents',
  'exchange',
  'incoming',
  'archive',
  'reorganisation',
] as const;

/** They listen to what the others did; only apps put them in place, so that they can be taken out again. */
export const LISTENERS = ['metrics', 'notifications', 'search'] as const;

/** Builders and engines for tests: nothing that runs in production may need it. */
export const TEST_LIB = 'testing';

/** Row classes of all libs and the migrations: it stands above every lib and below the apps. */
export const DATABASE = 'db';

/** Apps made of other apps: the one that runs all in one process, and the one for operations. */
export const COMPOSING_APPS: Readonly<Record<string, readonly string[]>> = {
  standalone: ['api', 'worker'],
  cli: ['api', 'worker', 'standalone'],
};

/** The only packages that a lib may need: they go to the browser too. */
export const ALLOWED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  contracts: ['zod'],
};

/** The libs that one of them may import, tests aside. */
export function libsBelow(lib: string): readonly string[] {
  const names: readonly string[] = LAYERS;
  if (lib === TEST_LIB) {
    return [...LAYERS, ...LISTENERS];
  }
  const level = names.indexOf(lib);
  return level === -1 ? names : names.slice(0, level);
}

export const isKnownLib = (lib: string): boolean => [...LAYERS, ...LISTENERS, TEST_LIB].some((known) => known === lib);
