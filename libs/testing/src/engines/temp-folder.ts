import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '#platform';

const PREFIX = 'vanthu-test-';

/** A folder for one engine; its name holds our process, so that a later run can tell it from one left by a crash. */
export function tempFolder(engine: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-${engine}-`));
  // The database may run as another user, who has to pass through.
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes what runs that were killed have left behind. */
export async function removeLeftFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) {
      const folder = join(tmpdir(), name);
      // Somebody else's folder can't be removed, and that is no reason to fail.
      await removeCluster(folder).catch(() => undefined);
      removeQuietly(folder);
    }
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // See above.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
