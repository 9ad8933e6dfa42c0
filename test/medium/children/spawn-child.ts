import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const RUNNER = join(import.meta.dirname, 'run-child.mjs');

/** A child process that runs one of the TypeScript files of this folder. */
export class Child {
  readonly #lines: AsyncIterator<string>;

  private constructor(private readonly child: ChildProcess) {
    if (child.stdout === null) {
      throw new Error('the child has no output');
    }
    this.#lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  }

  static start(script: string, args: readonly string[]): Child {
    const path = join(import.meta.dirname, script);
    return new Child(spawn(process.execPath, [RUNNER, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
  }

  /** Waits for a line of the child's output that contains the text. */
  async says(text: string): Promise<void> {
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done === true) {
        throw new Error(`the child ended before it said ${text}`);
      }
      if (value.includes(text)) {
        return;
      }
    }
  }

  /** Gives the process no chance to clean up, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
