import { accessSync, constants, existsSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterPlace, findClusterPlace, ownerOf, possiblePlaces, WHERE_FILE } from './cluster-place.js';
import { ensureCluster, SUPERUSER } from './cluster-setup.js';
import { DataFolderLock } from './data-folder-lock.js';
import { APPLICATION, ensureDatabase, OWNER } from './database-setup.js';
import { type EngineUser, postgresUser } from './engine-user.js';
import { makeOpenFolder } from './open-folder.js';
import { stopOrphan } from './orphan.js';
import { type PostgresBinaries, usableBinaries } from './postgres-binaries.js';
import { PostgresFailed } from './postgres-failed.js';
import { PostgresLog } from './postgres-log.js';
import { PostgresServer } from './postgres-server.js';
import { serverSettings } from './postgres-settings.js';

export interface EmbeddedPostgresOptions {
  /** Made when missing. The cluster lives in its folder `postgresql`, or elsewhere: see `dataDir` of the result. */
  readonly dataDir: string;
  /** Takes the server's log; without it the log goes to `postgresql.log` in the data folder, 10 MB at most. */
  readonly log?: (line: string) => void;
  /** False for tests: nothing waits for the disk, and a crash of the machine may lose everything. */
  readonly durable?: boolean;
  /** Told when the server ends without `stop()`: nothing works from then on, so the application should end too. */
  readonly onUnexpectedEnd?: (how: string) => void;
}

/** What a start gives up on for good, and what passes by itself within moments. */
const PASSING = ['Address already in use', 'pre-existing shared memory block'];
const ATTEMPTS = 10;

/**
 * A real PostgreSQL as a child process, for running without an installed one.
 *
 * One Văn Thư a data folder: a second one gets `DataFolderInUse`. Ctrl-C does not reach the server, so the application
 * can close before it calls `stop()`. When the application dies without `stop()`, the kernel tells the server to shut
 * down where it can (Linux with util-linux); elsewhere the server stays until the next start on the same folder, which
 * stops it first. Under systemd use `KillMode=mixed`, or the server is told to end together with the application.
 */
export class EmbeddedPostgres {
  private stopped: Promise<void> | undefined;

  private constructor(
    /** Of the application's database `vanthu`, as its owner, an ordinary role. */
    readonly url: string,
    /** Of the same database, as the role that the application works as. */
    readonly applicationUrl: string,
    /** Of the maintenance database, as the superuser: for tests and operators. */
    readonly adminUrl: string,
    /** Where the cluster really lives. */
    readonly dataDir: string,
    private readonly server: PostgresServer,
    private readonly lock: DataFolderLock,
  ) {}

  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const folder = openFolder(options.dataDir);
    const lock = DataFolderLock.acquire(folder);
    try {
      return await EmbeddedPostgres.startLocked(folder, options, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private static async startLocked(
    folder: string,
    { log, durable = true, onUnexpectedEnd }: EmbeddedPostgresOptions,
    lock: DataFolderLock,
  ): Promise<EmbeddedPostgres> {
    const user = await userFor(folder);
    const place = await findClusterPlace(folder, user);
    const binaries = await usableBinaries(user, folder);
    await stopOrphan(place.cluster, binaries, user);
    const password = await ensureCluster(place, binaries, user, durable);
    const journal = new PostgresLog(log ?? join(folder, 'postgresql.log'));
    const { server, port } = await launch(place, binaries, user, durable, journal);
    try {
      const adminUrl = addressOf(SUPERUSER, password, port, 'postgres');
      await ensureDatabase(adminUrl, password);
      if (onUnexpectedEnd !== undefined) {
        server.onUnexpectedEnd(onUnexpectedEnd);
      }
      const url = addressOf(OWNER, password, port, OWNER);
      const applicationUrl = addressOf(APPLICATION, password, port, OWNER);
      return new EmbeddedPostgres(url, applicationUrl, adminUrl, place.cluster, server, lock);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Fast shutdown: open transactions are rolled back. Returns when the process is gone; may be called twice. */
  stop(): Promise<void> {
    this.stopped ??= this.server.stop().finally(() => this.lock.release());
    return this.stopped;
  }
}

/** Removes the database of a data folder, wherever it lives, and leaves the other files of the folder alone. */
export async function removeCluster(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) {
    return;
  }
  const folder = realpathSync(dataDir);
  const lock = DataFolderLock.acquire(folder);
  try {
    const user = await userFor(folder);
    const binaries = await usableBinaries(user, folder);
    for (const { cluster, passwordFile } of possiblePlaces(folder)) {
      await stopOrphan(cluster, binaries, user);
      rmSync(cluster, { recursive: true, force: true });
      rmSync(passwordFile, { force: true });
    }
    rmSync(join(folder, WHERE_FILE), { force: true });
  } finally {
    lock.release();
  }
}

function openFolder(dataDir: string): string {
  try {
    makeOpenFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    throw new PostgresFailed(`The data folder ${dataDir} can't be used by this user. (${String(error)})`);
  }
}

/** Only the owner of a cluster can run it; a new one belongs to the user PostgreSQL runs as here. */
async function userFor(folder: string): Promise<EngineUser | undefined> {
  const root = process.getuid?.() === 0;
  return (root ? ownerOf(folder) : undefined) ?? (await postgresUser());
}

async function launch(
  { cluster }: ClusterPlace,
  { postgres }: PostgresBinaries,
  user: EngineUser | undefined,
  durable: boolean,
  log: PostgresLog,
): Promise<{ server: PostgresServer; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const args = ['-D', cluster, ...serverSettings(port, durable)];
      return { server: await PostgresServer.launch({ program: postgres, args, user }, log), port };
    } catch (error) {
      // Another program took the port first, or the sessions of a server that was killed have not ended yet.
      const passes = error instanceof PostgresFailed && PASSING.some((text) => error.message.includes(text));
      if (!passes || attempt === ATTEMPTS) {
        throw error;
      }
      await delay(500);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port.');
  }
  return address.port;
}

function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}
