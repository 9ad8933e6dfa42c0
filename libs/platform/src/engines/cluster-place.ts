import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter, type EngineUser } from './engine-user.js';
import { makeOpenFolder } from './open-folder.js';
import { SYSTEM_HOME } from './postgres-binaries.js';
import { PostgresFailed } from './postgres-failed.js';

/** Where a cluster lives, with its password beside it. */
export type ClusterPlace = Readonly<{ cluster: string; passwordFile: string }>;

/** The file in the data folder that names the cluster's folder when it had to be put elsewhere. */
export const WHERE_FILE = 'postgresql.where';

/**
 * Decides where the cluster of a data folder lives: inside it, or under /var/lib/vanthu when the database's user can't
 * enter the folder. A cluster that exists stays where it is, whatever happened to the folder's modes since: choosing
 * anew would start an empty database and hide the full one.
 */
export async function findClusterPlace(dataDir: string, user: EngineUser | undefined): Promise<ClusterPlace> {
  const inside = placeInside(dataDir);
  const outside = placeOutside(dataDir);
  const written = writtenPlace(dataDir);
  if (written !== undefined && existsSync(outside.cluster)) {
    return outside;
  }
  if (written !== undefined && existsSync(written)) {
    throw new PostgresFailed(
      `The folder ${dataDir} was moved or copied, but its database stayed in ${written}. To take it along: ` +
        `mv ${written} ${outside.cluster} && mv ${written}.password ${outside.passwordFile}`,
    );
  }
  const enterable = await canEnter(user, dataDir);
  if (existsSync(inside.cluster) && !enterable) {
    throw new PostgresFailed(
      `The database in ${inside.cluster} can't be reached by the user that owns it: a folder above it was closed. ` +
        'Open the folders on the way for passing through (chmod o+x), or start Văn Thư as that user.',
    );
  }
  if (enterable) {
    return inside;
  }
  await prepareOutside(dataDir, outside, user);
  return outside;
}

async function prepareOutside(
  dataDir: string,
  { cluster, passwordFile }: ClusterPlace,
  user: EngineUser | undefined,
): Promise<void> {
  const parent = dirname(cluster);
  makeOpenFolder(parent);
  if (!(await canEnter(user, parent))) {
    throw new PostgresFailed(`The database's user can enter neither ${dataDir} nor ${parent}.`);
  }
  if (existsSync(cluster)) {
    // The data folder was removed and made anew. The old database belongs to files that are gone, but is not ours to
    // destroy: it steps aside.
    const aside = `${cluster}.left-${new Date().toISOString().replaceAll(':', '')}`;
    renameSync(cluster, aside);
    renameSync(passwordFile, `${aside}.password`);
  }
  writeFileSync(
    join(dataDir, WHERE_FILE),
    `${cluster}\n\nThe database lives in the folder above, because the system user that runs PostgreSQL can't enter this ` +
      'one.\nBack it up together with this folder.\n',
  );
}

/** Every place the data folder may have used, for removing them. */
export function possiblePlaces(dataDir: string): readonly ClusterPlace[] {
  return [placeInside(dataDir), placeOutside(dataDir)];
}

/** The user that owns an existing cluster: only this one can run it, so root takes its part. */
export function ownerOf(dataDir: string): EngineUser | undefined {
  for (const { cluster } of possiblePlaces(dataDir)) {
    if (existsSync(cluster)) {
      const { uid, gid } = statSync(cluster);
      return uid === 0 ? undefined : { uid, gid };
    }
  }
  return undefined;
}

function placeInside(dataDir: string): ClusterPlace {
  return placeAt(join(dataDir, 'postgresql'));
}

function placeOutside(dataDir: string): ClusterPlace {
  // 64 bits of the digest: short enough for a folder's name, and no two folders of one machine will meet.
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return placeAt(join(SYSTEM_HOME, 'data', name));
}

function placeAt(cluster: string): ClusterPlace {
  return { cluster, passwordFile: `${cluster}.password` };
}

function writtenPlace(dataDir: string): string | undefined {
  const file = join(dataDir, WHERE_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : undefined;
}
