import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { productFolder } from '#platform';
import { processorMs } from './processor-time.js';
import type { Scratch } from './scratch.js';

export type Environment = Readonly<Record<string, string>>;

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Environment;
  /** The address whose first 200 means ready. */
  readonly readyPath: string;
}

/** Short against what is measured, long enough to leave the processors to the server. */
const pollPauseMs = 10;
const startLimitMs = 180_000;

/** The standalone server as `npm start` runs it, without the look whether a build is needed. */
export function standalone(environment: Environment): ServerCommand {
  return {
    program: process.execPath,
    args: [join(productFolder, 'dist', 'apps', 'standalone', 'src', 'main.js')],
    environment,
    readyPath: '/api/v1/health/ready',
  };
}

/** The least that does the same: an embedded PostgreSQL unless told not to, and Nest with one route. */
export function bareServer(environment: Environment): ServerCommand {
  return {
    program: process.execPath,
    args: [join(productFolder, 'dist', 'bench', 'bare-server.js')],
    environment,
    readyPath: '/api/v1/desk',
  };
}

/** A server in a process of its own, so that its memory and its start are its own. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    readonly pid: number,
    /** From the start of the process to the first answer that it is ready. */
    readonly readyAfterMs: number,
    /** Of the processors, used by this process alone until then: what other work on the machine hardly moves. */
    readonly processorMs: number,
    /** What it printed until then. */
    readonly output: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(command: ServerCommand, scratch: Scratch): Promise<ServerProcess> {
    const port = await freePort();
    const { PATH = '', HOME = '' } = process.env;
    const began = performance.now();
    const child = spawn(command.program, [...command.args], {
      cwd: productFolder,
      env: { PATH, HOME, ...command.environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: npm and the shell under it do not hand a signal on.
      detached: true,
    });
    scratch.onEnd(() => stop(child));
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const url = `http://127.0.0.1:${port}`;
    while (!(await isReady(`${url}${command.readyPath}`))) {
      if (hasEnded(child) || performance.now() - began > startLimitMs) {
        throw new Error(`the server did not become ready:\n${output}`);
      }
      await delay(pollPauseMs);
    }
    const [pid, readyAfterMs] = [child.pid ?? 0, performance.now() - began];
    return new ServerProcess(url, pid, readyAfterMs, processorMs(pid), output, child);
  }

  async stop(): Promise<void> {
    await stop(this.child);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) {
    return;
  }
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('the system gave no port');
  }
  return address.port;
}
