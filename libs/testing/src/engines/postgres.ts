import { rmSync } from 'node:fs';
import { EmbeddedPostgres, removeCluster } from '#platform';
import { tempFolder } from './temp-folder.js';

export interface TestPostgres {
  /** Of the maintenance database, as the superuser. */
  readonly adminUrl: string;
  /** Of an empty database, as the ordinary role that the application works as. */
  readonly url: string;
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
