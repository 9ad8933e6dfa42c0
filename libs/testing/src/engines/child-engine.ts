import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

// Test engines keep nothing, so one that does not end in time is simply killed.
const STOP_LIMIT_MS = 5_000;

const TAIL_BYTES = 4_000;

/** A program that runs beside the tests and ends with them, even when they are killed (on Linux). */
export class ChildEngine {
  private output = '';
  private ended: string | undefined;

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  static spawn(program: string, args: readonly string[]): ChildEngine {
    const [file, ...rest] = endingWithUs(program, args);
    // A session of its own: Ctrl-C would end the engines before the tests had closed their connections.
    const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const engine = new ChildEngine(program, child);
    const keep = (chunk: Buffer): void => {
      engine.output = (engine.output + chunk.toString('utf8')).slice(-TAIL_BYTES);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => (engine.ended = String(error)));
    child.once('close', (code, signal) => (engine.ended = `ended with ${String(signal ?? code)}`));
    return engine;
  }

  /** Throws when the program has ended, with the last it said: there is nothing left to wait for. */
  assertRunning(): void {
    if (this.ended !== undefined) {
      throw new Error(`${this.name} ${this.ended}.\n${this.output}`);
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.ended !== undefined;
  }

  /** What it said last. */
  get tail(): string {
    return this.output;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<void> {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (this.ended !== undefined) {
        return;
      }
      const closed = once(this.child, 'close');
      this.child.kill(signal);
      await Promise.race([closed, delay(STOP_LIMIT_MS, undefined, { ref: false })]);
    }
  }
}

let kernelTells: boolean | undefined;

// Killed outright: told to end in order, Ceph's store would wait long for a monitor that has ended too.
function endingWithUs(program: string, args: readonly string[]): [string, ...string[]] {
  kernelTells ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return kernelTells ? ['setpriv', '--pdeathsig', 'KILL', '--', program, ...args] : [program, ...args];
}
