import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, chmodSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeCluster } from '#platform';
import { BuiltProgram, type Environment } from './children/built-program.js';

/** A first start makes the database too; on a busy machine that takes its time. */
const startLimit = 60_000;
const stopLimit = 20_000;
/** Above the sum of what a case waits for, so that what it waited for in vain is what it says. */
const limit = 300_000;

let folder: string;
let dataDir: string;
let running: BuiltProgram[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanthu-shutdown-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
  running = [];
});

afterEach(async () => {
  for (const program of running) {
    program.signal('SIGKILL');
    await program.ended();
  }
  await removeCluster(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Environment = {}): BuiltProgram {
  const settings = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const program = BuiltProgram.start('dist/apps/standalone/src/main.js', [], settings);
  running.push(program);
  return program;
}

/** Starts and waits until it serves; gives its address. */
async function serving(environment: Environment = {}): Promise<{ program: BuiltProgram; url: string }> {
  const program = start(environment);
  await program.says('is ready at', startLimit);
  const url = /is ready at (http:\S+)/.exec(program.output)?.[1] ?? '';
  return { program, url };
}

/** The server processes of PostgreSQL whose cluster is that of our folder. */
function servers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const isServer = /postgres( |$|:)/.test(command);
      return isServer && `${readlinkSync(`/proc/${pid}/cwd`)} ${command}`.includes(folder);
    } catch {
      return false;
    }
  });
}

async function stopWith(program: BuiltProgram, signal: NodeJS.Signals): Promise<void> {
  const began = performance.now();
  program.signal(signal);
  expect((await program.ended()).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(stopLimit);
}

async function takePort(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, server };
}

const setUpLink = /\/setup#token=(\S+)/;

if (process.platform !== 'linux') {
  console.log('shutdown.spec.ts: which processes are left is read from /proc, its cases are skipped here');
}

describe.skipIf(process.platform !== 'linux')('the server in one process', () => {
  it(
    'gives a set-up link until it is used, keeps what was set up, and leaves nothing running',
    async () => {
      const first = await serving();
      await first.program.says('Set up the first administrator', startLimit);
      const token = setUpLink.exec(first.program.output)?.[1];
      expect(token).toMatch(/^\S{20,}$/);
      expect(servers().length).toBeGreaterThan(0);

      const second = start();
      expect(await second.ended()).toMatchObject({ code: 1 });
      expect(second.output.trim().split('\n')).toHaveLength(1);
      expect(second.output).toContain(dataDir);

      const administrator = { userName: 'quantri', password: 'một mật khẩu đủ dài' };
      const answer = await fetch(`${first.url}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token,
          agency: { code: 'H28', name: 'Ủy ban nhân dân tỉnh Hòa Bình', abbreviation: 'UBND' },
          administrator: { ...administrator, fullName: 'Quản Trị' },
        }),
      });
      expect(answer.ok).toBe(true);
      await stopWith(first.program, 'SIGTERM');
      expect(servers()).toEqual([]);

      const again = await serving();
      expect(again.program.output).not.toMatch(setUpLink);
      const session = await fetch(`${again.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(administrator),
      });
      expect(session.ok).toBe(true);
      await stopWith(again.program, 'SIGINT');
      expect(servers()).toEqual([]);
    },
    limit,
  );

  it(
    'ends in order when it is told to while it still starts',
    async () => {
      const program = start({ LOG_LEVEL: 'log' });
      await program.says('Nest', startLimit);
      program.signal('SIGINT');
      const { code } = await program.ended();
      expect(code).toBe(0);
      expect(servers()).toEqual([]);
    },
    limit,
  );

  it(
    'ends with 1 and a sentence when its port is taken, and stops the database that it started',
    async () => {
      const { port, server } = await takePort();
      const program = start({ PORT: String(port), LOG_LEVEL: 'error' });
      const { code, output } = await program.ended();
      server.close();
      expect(output).toContain(`address already in use 127.0.0.1:${port}`);
      expect(output).not.toContain('    at ');
      expect(code).toBe(1);
      expect(servers()).toEqual([]);
    },
    limit,
  );

  it.each([
    ['whose server is away', 'postgres://vanthu:secret@127.0.0.1:1/vanthu', 'connect ECONNREFUSED 127.0.0.1:1', 1],
    ['that is none', 'mysql://here', 'DATABASE_URL', 2],
  ])(
    'ends with a sentence for a DATABASE_URL %s',
    async (_what, url, sentence, code) => {
      const { code: ended, output } = await start({ DATABASE_URL: url }).ended();
      expect(output).toContain(sentence);
      expect(output).not.toContain('secret');
      expect(output).not.toContain('    at ');
      expect(ended).toBe(code);
    },
    limit,
  );

  it(
    'ends when its files can’t be had, though the queue is there and waits',
    async () => {
      const { port, server } = await takePort();
      server.close();
      const program = start({
        S3_ENDPOINT: `http://127.0.0.1:${port}`,
        S3_ACCESS_KEY: 'key',
        S3_SECRET_KEY: 'secret-key',
        REDIS_URL: `redis://127.0.0.1:${port}`,
        LOG_LEVEL: 'error',
      });
      const { code, output } = await program.ended();
      expect(code).toBe(1);
      expect(output).not.toContain('secret-key');
      expect(servers()).toEqual([]);
    },
    limit,
  );
});
