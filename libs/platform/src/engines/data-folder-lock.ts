import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DataFolderInUse } from './data-folder-in-use.js';
import { birthOf, isRunning } from './process-table.js';

/** The file in a data folder that says which process works in it. */
export const LOCK_FILE = 'vanthu.lock';

// A round is lost only when another starter took the lock in the same instant; that one is then seen as its owner.
const ROUNDS = 5;

/**
 * Keeps one Văn Thư a data folder. The file stays behind when a process dies, so its owner counts only while it runs:
 * the number of the process is checked together with its start time, because numbers are given anew, in containers
 * within seconds. It can't see across machines or containers that share a folder.
 */
export class DataFolderLock {
  private constructor(
    private readonly file: string,
    private readonly content: string,
  ) {}

  static acquire(dataDir: string): DataFolderLock {
    const file = join(dataDir, LOCK_FILE);
    const content = `${process.pid}\n${birthOf(process.pid) ?? ''}\n`;
    const draft = `${file}.${randomUUID()}`;
    // Linking a finished file makes the lock appear with its content: nobody can read it half written.
    writeFileSync(draft, content, { mode: 0o644 });
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        if (linkUnlessThere(draft, file)) {
          return new DataFolderLock(file, content);
        }
        const found = readIfThere(file);
        const owner = found === undefined ? undefined : livingOwner(found);
        if (owner !== undefined) {
          throw new DataFolderInUse(dataDir, owner);
        }
        if (found !== undefined) {
          setAside(file, found);
        }
      }
      throw new Error(`The lock ${file} could not be taken.`);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  release(): void {
    if (readIfThere(this.file) === this.content) {
      rmSync(this.file, { force: true });
    }
  }
}

function livingOwner(content: string): number | undefined {
  const [first = '', birth = ''] = content.split('\n');
  const pid = Number.parseInt(first, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isRunning(pid)) {
    return undefined;
  }
  const now = birthOf(pid);
  return birth === '' || now === undefined || now === birth ? pid : undefined;
}

function setAside(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== stale) {
    // Between reading and renaming somebody else took the lock: it is theirs, put it back.
    linkUnlessThere(aside, file);
  }
  rmSync(aside, { force: true });
}

function linkUnlessThere(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
