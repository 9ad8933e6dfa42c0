import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type EngineUser, engineEnvironment, runAs } from './engine-user.js';
import { PostgresFailed } from './postgres-failed.js';
import type { PostgresLog } from './postgres-log.js';

/** Recovery after a power cut replays at most the log between two checkpoints: minutes on a slow disk. */
const START_LIMIT_MS = 120_000;

/** A fast shutdown writes one checkpoint; when even that hangs, the log is enough to recover from. */
const FAST_STOP_LIMIT_MS = 30_000;

const READY = 'database system is ready to accept connections';

export type Command = Readonly<{ program: string; args: readonly string[]; user: EngineUser | undefined }>;

/** The running server process. */
export class PostgresServer {
  private stopping = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<string>,
  ) {}

  /** Resolves when the server takes connections; rejects with its last lines when it ends before. */
  static async launch(command: Command, log: PostgresLog): Promise<PostgresServer> {
    const { program, args, user } = await dyingWithUs(command);
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      env: engineEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      // A session of its own: Ctrl-C in the terminal reaches the application alone, which then closes the database last.
      detached: true,
    });
    // Where the kernel does not tell the server of our death, this covers the deaths that Node sees.
    const atExit = (): void => void child.kill('SIGINT');
    process.once('exit', atExit);
    child.once('close', () => process.off('exit', atExit));
    const ready = new Promise<void>((resolve) => {
      child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
        log.write(chunk);
        if (log.tail.some((line) => line.includes(READY))) {
          resolve();
        }
      });
    });
    const ended = endOf(child);
    const server = new PostgresServer(child, ended);
    const outcome = await Promise.race([ready, ended, limit(START_LIMIT_MS)]);
    if (outcome !== undefined) {
      await server.stop();
      throw new PostgresFailed(`PostgreSQL did not start: ${outcome}.`, log.tail);
    }
    return server;
  }

  /** Calls back when the server ends without having been told to. */
  onUnexpectedEnd(listener: (how: string) => void): void {
    void this.ended.then((how) => {
      if (!this.stopping) {
        listener(how);
      }
    });
  }

  /** Ends all sessions, rolls back what is open, writes a checkpoint, and returns when the process is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      this.child.kill(signal);
      const outcome = await Promise.race([this.ended.then(() => 'ended'), limit(FAST_STOP_LIMIT_MS)]);
      if (outcome === 'ended') {
        return;
      }
    }
  }
}

/**
 * Where Linux offers it, asks the kernel to send the server a fast shutdown when we die, however we die. It is a
 * setting of the process that survives exec, so a small program sets it and becomes the server.
 */
async function dyingWithUs({ program, args, user }: Command): Promise<Command> {
  const wrapped = ['--pdeathsig', 'INT', '--', program];
  const { ok } = await runAs(user, 'setpriv', [...wrapped, '--version']);
  return ok ? { program: 'setpriv', args: [...wrapped, ...args], user } : { program, args, user };
}

function endOf(child: ChildProcess): Promise<string> {
  return Promise.race([
    once(child, 'close').then(([code, signal]) =>
      signal === null ? `it ended with code ${code}` : `it got ${signal}`,
    ),
    once(child, 'error').then(([error]) => String(error)),
  ]);
}

async function limit(ms: number): Promise<string> {
  await delay(ms, undefined, { ref: false });
  return `no answer within ${ms / 1000} s`;
}
