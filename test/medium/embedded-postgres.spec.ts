import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedPostgres, removeCluster } from '#platform';
import { waitUntil } from '#testing';
import { Child } from './children/spawn-child.js';

const AS_ROOT = process.getuid?.() === 0;
const ON_LINUX = process.platform === 'linux';
if (!AS_ROOT || !ON_LINUX) {
  console.log('embedded-postgres.spec.ts: the cases of root and of processes that are killed need root on Linux');
}

type StartOptions = Partial<Parameters<typeof EmbeddedPostgres.start>[0]>;

let folder: string;
let dataDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanthu-embedded-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  await removeCluster(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: StartOptions = {}): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start({ dataDir, durable: false, ...options });
  running.push(postgres);
  return postgres;
}

async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

function serverPid(cluster: string): number {
  return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
}

function isGone(pid: number): boolean {
  return !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
}

describe('the embedded PostgreSQL', () => {
  it('keeps what was written over a restart', async () => {
    const first = await start();
    await ask(first, 'CREATE TABLE notes (text text)');
    await ask(first, `INSERT INTO notes VALUES ('còn đây')`);
    await first.stop();
    expect(await ask(await start(), 'SELECT text FROM notes')).toEqual(['còn đây']);
  });

  it('reads and orders Vietnamese letters, and checks its pages', async () => {
    const postgres = await start();
    expect(await ask(postgres, 'SHOW server_encoding')).toEqual(['UTF8']);
    expect(await ask(postgres, 'SHOW data_checksums')).toEqual(['on']);
    expect(await ask(postgres, `SELECT lower('ĐỒNG THÁP')`)).toEqual(['đồng tháp']);
    expect(await ask(postgres, `SELECT to_tsvector('simple', 'Quyết định')::text`)).toEqual([`'quyết':1 'định':2`]);
    await ask(postgres, 'CREATE EXTENSION pg_trgm');
    expect(await ask(postgres, `SELECT similarity('ế', 'ế')`)).toEqual([1]);
    const ordered = `SELECT x FROM unnest(ARRAY['đa', 'da', 'ea', 'ân', 'ăn', 'an']) AS x ORDER BY x COLLATE "vi-x-icu"`;
    expect(await ask(postgres, ordered)).toEqual(['an', 'ăn', 'ân', 'da', 'đa', 'ea']);
  });

  it('gives the application a role that owns its database and is no superuser', async () => {
    const postgres = await start();
    const role = `SELECT current_user, usesuper, pg_get_userbyid(datdba)
      FROM pg_user, pg_database WHERE usename = current_user AND datname = current_database()`;
    expect(await ask(postgres, role)).toEqual(['vanthu', false, 'vanthu']);
  });

  it('asks for the password, which only the owner of the data can read', async () => {
    const postgres = await start();
    const stranger = new URL(postgres.url);
    stranger.password = 'guess';
    await expect(new Client({ connectionString: stranger.href }).connect()).rejects.toThrow('password authentication');
    expect(statSync(`${postgres.dataDir}.password`).mode & 0o777).toBe(0o600);
    expect(await ask(postgres, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
  });

  it('stops once when it is told twice, and ends open sessions', async () => {
    const postgres = await start();
    const client = new Client({ connectionString: postgres.url });
    const errors: string[] = [];
    client.on('error', ({ message }) => errors.push(message));
    await client.connect();
    await Promise.all([postgres.stop(), postgres.stop()]);
    await waitUntil('the session has ended', 10_000, async () => errors.length > 0);
    expect(errors[0]).toContain('terminating connection due to administrator command');
    expect(existsSync(join(postgres.dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('refuses a folder that is in use, and names the process', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ name: 'DataFolderInUse', pid: process.pid });
    const other = Child.start('hold-database.ts', [dataDir]);
    await other.says(
      `DataFolderInUse: The data folder ${dataDir} is in use by another Văn Thư (process ${process.pid})`,
    );
    await other.kill();
  });

  it('lets only one of many that start at once have the folder', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over the lock of a process that is gone, and of one whose number was given anew', async () => {
    mkdirSync(dataDir);
    for (const stale of ['4194304\n\n', `${process.ppid}\nanother-boot/1\n`, '']) {
      writeFileSync(join(dataDir, 'vanthu.lock'), stale);
      const postgres = await start();
      await postgres.stop();
    }
    expect(existsSync(join(dataDir, 'vanthu.lock'))).toBe(false);
  });

  it('says what PostgreSQL said when it does not start, and frees the folder', async () => {
    const { dataDir: cluster, stop } = await start().then((it) => ({ dataDir: it.dataDir, stop: () => it.stop() }));
    await stop();
    appendFileSync(join(cluster, 'postgresql.conf'), '\nno_such_setting = 1\n');
    for (const _attempt of [1, 2]) {
      await expect(start()).rejects.toMatchObject({
        name: 'PostgresFailed',
        message: expect.stringContaining('unrecognized configuration parameter "no_such_setting"'),
      });
    }
  });

  it('starts over the note of a server whose number now belongs to another program', async () => {
    const first = await start();
    await first.stop();
    // PostgreSQL itself takes only programs of its own user for a living server.
    const { uid, gid } = statSync(first.dataDir);
    const other = spawn('sleep', ['600'], { ...(AS_ROOT && { uid, gid }), stdio: 'ignore' });
    await once(other, 'spawn');
    writeFileSync(join(first.dataDir, 'postmaster.pid'), `${other.pid}\n${first.dataDir}\n1\n1\n\n\n0 0\nready\n`);
    try {
      expect(await ask(await start(), 'SELECT 1')).toEqual([1]);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it('removes its database and nothing else of the folder', async () => {
    const postgres = await start();
    await expect(removeCluster(dataDir)).rejects.toMatchObject({ name: 'DataFolderInUse' });
    await postgres.stop();
    writeFileSync(join(dataDir, 'paper.pdf'), 'ink');
    await removeCluster(dataDir);
    expect(existsSync(postgres.dataDir)).toBe(false);
    expect(existsSync(`${postgres.dataDir}.password`)).toBe(false);
    expect(existsSync(join(dataDir, 'paper.pdf'))).toBe(true);
    await expect(removeCluster(join(folder, 'nowhere'))).resolves.toBeUndefined();
  });
});

describe.runIf(ON_LINUX)('the embedded PostgreSQL and sudden deaths', () => {
  it('tells when the server is killed, and recovers all that was committed', async () => {
    const told: string[] = [];
    const first = await start({ durable: true, onUnexpectedEnd: (how) => told.push(how) });
    await ask(first, 'CREATE TABLE notes AS SELECT 1 AS a');
    process.kill(serverPid(first.dataDir), 'SIGKILL');
    await waitUntil('the end is told', 10_000, async () => told.length > 0);
    expect(told).toEqual(['it got SIGKILL']);
    await first.stop();
    expect(await ask(await start(), 'SELECT a FROM notes')).toEqual([1]);
  });

  it('ends with an application that is killed', async () => {
    const application = Child.start('hold-database.ts', [dataDir]);
    await application.says('started');
    const pid = serverPid(join(dataDir, 'postgresql'));
    await application.kill();
    await waitUntil('the server is gone', 20_000, async () => isGone(pid));
    expect(await ask(await start(), 'SELECT 1')).toEqual([1]);
  });

  it('stops a server that outlived its application before it starts anew', async () => {
    const first = await start();
    const pid = serverPid(first.dataDir);
    const program = readlinkSync(`/proc/${pid}/exe`);
    const [, ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    await first.stop();
    const { uid, gid } = statSync(first.dataDir);
    const orphan = spawn(program, args, { uid, gid, cwd: '/', stdio: 'ignore' });
    const gone = once(orphan, 'exit');
    await waitUntil('the orphan runs', 20_000, async () =>
      readFileSync(join(first.dataDir, 'postmaster.pid'), 'utf8').includes('ready'),
    );
    expect(await ask(await start(), 'SELECT 1')).toEqual([1]);
    expect(await gone).toEqual([0, null]);
  });

  it('is out of the reach of Ctrl-C in the terminal', async () => {
    const pid = serverPid((await start()).dataDir);
    const [, , group, session] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    expect([group, session]).toEqual([String(pid), String(pid)]);
  });
});

describe.runIf(AS_ROOT && ON_LINUX)('the embedded PostgreSQL of root', () => {
  it('does not run as root', async () => {
    const { uid } = statSync((await start()).dataDir);
    expect(uid).not.toBe(0);
  });

  it('lives elsewhere when its folder is closed to others, says so, and is found again', async () => {
    chmodSync(folder, 0o700);
    const first = await start();
    expect(first.dataDir).toMatch(/^\/var\/lib\/vanthu\/data\/[0-9a-f]{16}$/);
    expect(readFileSync(join(dataDir, 'postgresql.where'), 'utf8').split('\n')[0]).toBe(first.dataDir);
    await ask(first, 'CREATE TABLE notes AS SELECT 1 AS a');
    await first.stop();
    // Opening the folder later must not hide the database that exists.
    chmodSync(folder, 0o755);
    const second = await start();
    expect(second.dataDir).toBe(first.dataDir);
    expect(await ask(second, 'SELECT a FROM notes')).toEqual([1]);
    await second.stop();
    await removeCluster(dataDir);
    expect(existsSync(first.dataDir)).toBe(false);
  });

  it('does not begin an empty database beside one whose folder was closed', async () => {
    const first = await start();
    await first.stop();
    chmodSync(folder, 0o700);
    await expect(start()).rejects.toThrow('a folder above it was closed');
  });

  it('does not lose the database of a folder that was moved', async () => {
    chmodSync(folder, 0o700);
    const { dataDir: cluster } = await start();
    await running.pop()?.stop();
    const moved = join(folder, 'moved');
    renameSync(dataDir, moved);
    await expect(EmbeddedPostgres.start({ dataDir: moved })).rejects.toThrow(`its database stayed in ${cluster}`);
    renameSync(moved, dataDir);
  });

  it('sets the database of a removed folder aside instead of showing it again', async () => {
    chmodSync(folder, 0o700);
    const first = await start();
    await ask(first, 'CREATE TABLE notes AS SELECT 1 AS a');
    await first.stop();
    rmSync(dataDir, { recursive: true });
    const second = await start();
    expect(await ask(second, `SELECT to_regclass('notes')`)).toEqual([null]);
    const home = dirname(first.dataDir);
    const aside = readdirSync(home).filter((name) => name.startsWith(`${basename(first.dataDir)}.left-`));
    expect(aside).toHaveLength(2);
    for (const name of aside) {
      rmSync(join(home, name), { recursive: true });
    }
  });
});
