import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineUser, runAs } from './engine-user.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { PostgresFailed } from './postgres-failed.js';
import { commandOf, isRunning } from './process-table.js';

/**
 * Stops a server that outlived its application. Call it only under the lock of the data folder: then nobody alive can
 * own that server. A note of a process that is no server of this cluster is removed, since PostgreSQL itself would
 * refuse to start when the number has been given to another process meanwhile, as happens at once in containers.
 */
export async function stopOrphan(
  cluster: string,
  binaries: PostgresBinaries,
  user: EngineUser | undefined,
): Promise<void> {
  const note = join(cluster, 'postmaster.pid');
  const pid = notedPid(note);
  if (pid === undefined) {
    return;
  }
  const command = commandOf(pid);
  if (!command.includes('postgres') || !command.includes(cluster)) {
    rmSync(note, { force: true });
    return;
  }
  for (const mode of ['fast', 'immediate']) {
    await runAs(user, binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-w', '-t', '30']);
    if (!isRunning(pid)) {
      return;
    }
  }
  throw new PostgresFailed(`An earlier PostgreSQL (process ${pid}) still works in ${cluster} and does not stop.`);
}

function notedPid(note: string): number | undefined {
  try {
    // A negative number stands for a server in single-user mode.
    const pid = Math.abs(Number.parseInt(readFileSync(note, 'utf8'), 10));
    return pid > 0 && isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
