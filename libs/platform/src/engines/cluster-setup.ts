import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterPlace } from './cluster-place.js';
import { type EngineUser, runAs } from './engine-user.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { PostgresFailed } from './postgres-failed.js';

/** The name of the superuser, who makes the database; the application itself works as an ordinary role. */
export const SUPERUSER = 'postgres';

/** The data format of the programs we bring: PostgreSQL 18 opens no other. */
const MAJOR = '18';

// The builtin provider knows Unicode and never changes with the system's libraries, so indexes stay valid when the
// machine is upgraded. Trigrams still ask the C library what a letter is: under plain C "quyết" would fall into "quy"
// and "t", so plain C is the last resort, for systems that have none of the others.
const LOCALES = [
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=en_US.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
] as const;

/**
 * Makes the cluster when there is none, and gives its password. It is made under another name and renamed when
 * complete, so that a cluster in its place is always whole.
 */
export async function ensureCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  user: EngineUser | undefined,
  durable: boolean,
): Promise<string> {
  if (!existsSync(place.cluster)) {
    await createCluster(place, binaries, user, durable);
  }
  return readExisting(place);
}

function readExisting({ cluster, passwordFile }: ClusterPlace): string {
  let version: string;
  try {
    version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new PostgresFailed(
      `The folder ${cluster} can't be read as a database: it belongs to another user, or is no database. (${String(error)})`,
    );
  }
  if (version !== MAJOR) {
    throw new PostgresFailed(
      `The database in ${cluster} was written by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}.`,
    );
  }
  try {
    return readFileSync(passwordFile, 'utf8').trim();
  } catch (error) {
    throw new PostgresFailed(`The password of the database in ${cluster} can't be read. (${String(error)})`);
  }
}

async function createCluster(
  { cluster, passwordFile }: ClusterPlace,
  binaries: PostgresBinaries,
  user: EngineUser | undefined,
  durable: boolean,
): Promise<void> {
  const draft = `${cluster}.new`;
  const secret = `${draft}.password`;
  const password = randomBytes(24).toString('base64url');
  rmSync(draft, { recursive: true, force: true });
  rmSync(secret, { force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    // initdb reads the password as the database's user, who may be unable to read our own file of it.
    writeFileSync(secret, password, { mode: 0o600, flag: 'wx' });
    if (user !== undefined) {
      chownSync(draft, user.uid, user.gid);
      chownSync(secret, user.uid, user.gid);
    }
    await initdb(binaries, user, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ]);
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    renameSync(draft, cluster);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(
  binaries: PostgresBinaries,
  user: EngineUser | undefined,
  args: readonly string[],
): Promise<void> {
  let output = '';
  for (const locale of LOCALES) {
    const outcome = await runAs(user, binaries.initdb, [...args, ...locale]);
    if (outcome.ok) {
      return;
    }
    output = outcome.output;
  }
  throw new PostgresFailed('The database could not be made.', output.trim().split('\n').slice(-20));
}
