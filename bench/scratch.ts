import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '#platform';

type CleanUp = () => void | Promise<void>;

/** What a benchmark leaves behind, undone in reverse order when it ends or is interrupted. */
export class Scratch {
  private readonly cleanUps: CleanUp[] = [];

  onEnd(cleanUp: CleanUp): void {
    this.cleanUps.push(cleanUp);
  }

  /** A folder that is removed at the end, together with a database that was made in it. */
  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'vanthu-bench-'));
    // PostgreSQL may run as another user, who has to pass through.
    chmodSync(folder, 0o711);
    this.onEnd(async () => {
      await removeCluster(folder);
      rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  }

  async end(): Promise<void> {
    for (let cleanUp = this.cleanUps.pop(); cleanUp !== undefined; cleanUp = this.cleanUps.pop()) {
      await cleanUp();
    }
  }
}
