import { rmSync } from 'node:fs';
import { EmbeddedPostgres, removeCluster } from '#platform';
import { tempFolder } from './temp-folder.js';

export interface TestPostgres {
  /** Of the maintenance database, as the superuser. */
  readonly adminUrl: string;
  /** Of an empty database, as its owner, an ordinary role. */
  readonly url: string;
  /** Of the same, as the role that the application works as. */
  readonly applicationUrl: string;
  stop(): Promise<void>;
}

/** A PostgreSQL that does not wait for the disk, with a new cluster in a temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = tempFolder('postgres');
  const remove = async (): Promise<void> => {
    await removeCluster(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await EmbeddedPostgres.start({ dataDir: folder, durable: false });
    return {
      adminUrl: postgres.adminUrl,
      url: postgres.url,
      applicationUrl: postgres.applicationUrl,
      stop: async () => {
        await postgres.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
