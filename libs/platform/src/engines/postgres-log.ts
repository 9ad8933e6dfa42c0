import { appendFileSync, renameSync, rmSync, statSync } from 'node:fs';

// A quiet server writes some kilobytes a month; a server in trouble must not fill the disk.
const MAX_BYTES = 5 * 1024 * 1024;

const TAIL_LINES = 20;

/** Takes the server's output line by line: into a callback, or a file that never exceeds twice its bound. */
export class PostgresLog {
  private readonly lines: string[] = [];
  private rest = '';

  constructor(private readonly sink: string | ((line: string) => void)) {}

  get tail(): readonly string[] {
    return this.lines;
  }

  write(chunk: string): void {
    const [first = '', ...more] = chunk.split('\n');
    const parts = [this.rest + first, ...more];
    this.rest = parts.pop() ?? '';
    for (const line of parts) {
      this.lines.push(line);
      if (typeof this.sink === 'function') {
        this.sink(line);
      }
    }
    this.lines.splice(0, this.lines.length - TAIL_LINES);
    if (typeof this.sink === 'string' && parts.length > 0) {
      append(this.sink, `${parts.join('\n')}\n`);
    }
  }
}

function append(file: string, text: string): void {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > MAX_BYTES) {
      rmSync(`${file}.1`, { force: true });
      renameSync(file, `${file}.1`);
    }
    appendFileSync(file, text, { mode: 0o640 });
  } catch {
    // A full disk must not end the application through its database's chatter.
  }
}
