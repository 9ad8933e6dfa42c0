import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { productFolder } from '#platform';
import { waitUntil } from '#testing';

export type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  /** What it said, on both outputs. */
  readonly output: string;
}

/** A program of the last build, as an operator starts it: with a process group of its own and only these settings. */
export class BuiltProgram {
  private said = '';

  private constructor(private readonly child: ChildProcess) {
    const keep = (chunk: Buffer): void => {
      this.said += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  static start(path: string, args: readonly string[], environment: Environment): BuiltProgram {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [join(productFolder, path), ...args], {
      cwd: productFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { PATH, HOME, NO_COLOR: '1', ...environment },
    });
    return new BuiltProgram(child);
  }

  /** Runs a program to its end. */
  static async run(path: string, args: readonly string[], environment: Environment): Promise<Ended> {
    return BuiltProgram.start(path, args, environment).ended();
  }

  get output(): string {
    return this.said;
  }

  async says(text: string, limitMs: number): Promise<void> {
    await waitUntil(
      `it says “${text}”`,
      limitMs,
      async () => this.said.includes(text),
      () => {
        if (this.isOver && !this.said.includes(text)) {
          throw new Error(`it ended with ${String(this.child.exitCode ?? this.child.signalCode)}:\n${this.said}`);
        }
      },
    );
  }

  /** Signals its whole group, as a terminal does. */
  signal(signal: NodeJS.Signals): void {
    if (!this.isOver && this.child.pid !== undefined) {
      process.kill(-this.child.pid, signal);
    }
  }

  /** @throws Error when it goes on beyond the limit, with what it said. */
  async ended(limitMs = 90_000): Promise<Ended> {
    if (!this.isOver) {
      await once(this.child, 'close', { signal: AbortSignal.timeout(limitMs) }).catch(() => {
        throw new Error(`it has not ended after ${limitMs} ms:\n${this.said}`);
      });
    }
    return { code: this.child.exitCode, output: this.said };
  }

  private get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
