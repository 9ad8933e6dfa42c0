import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '#platform';

type CleanUp = () => void | Promise<void>;

/** What a benchmark leaves behind, undone in reverse order when it ends or is interrupted. */
export class Scratch {
  private readonly cleanUps: CleanUp[] = [];
  private ending: Promise<void> | undefined;

  /** @throws when the benchmark was ended meanwhile; what was to be cleaned up is, all the same. */
  onEnd(cleanUp: CleanUp): void {
    this.cleanUps.push(cleanUp);
    if (this.ending !== undefined) {
      throw new Error('the benchmark was ended');
    }
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

  /** May be called again: a call waits for the one before it, then undoes what came up since. */
  async end(): Promise<void> {
    this.ending = this.undo(this.ending);
    await this.ending;
  }

  private async undo(before: Promise<void> | undefined): Promise<void> {
    await before;
    for (let cleanUp = this.cleanUps.pop(); cleanUp !== undefined; cleanUp = this.cleanUps.pop()) {
      await cleanUp();
    }
  }
}
