import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { processorMs } from './processor-time.js';

/** Processor time of all processes of the server that a connection leads to, on this machine, but for its own. */
export class DatabaseProcessorTime {
  private constructor(
    private readonly serverPid: number,
    private readonly ownPid: number,
  ) {}

  static async of(database: Client): Promise<DatabaseProcessorTime> {
    const { rows } = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ownPid = rows[0]?.pid ?? 0;
    return new DatabaseProcessorTime(parentOf(ownPid), ownPid);
  }

  /** Of those that run now; a connection that closes takes its part along, so pools have to be warm. */
  ms(): number {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== this.ownPid && (pid === this.serverPid || parentOf(pid) === this.serverPid))
      .map(processorMs)
      .reduce((sum, ms) => sum + (Number.isNaN(ms) ? 0 : ms), 0);
  }
}

/** 0 when the process is gone. */
function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
