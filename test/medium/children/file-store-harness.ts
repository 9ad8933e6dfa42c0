import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client, type BucketItem } from 'minio';

import { LocalFileStore, S3FileStore, type FileStore } from '#platform';
import { createTestBucket } from '#testing';

/** One store under test, seen from behind. */
export interface StoreHarness {
  readonly store: FileStore;
  /** The digests of all files that can be seen. */
  visible(): Promise<readonly string[]>;
  /** What uploads under way, or cut off, take up. */
  temporary(): Promise<readonly string[]>;
  /** Puts there what a crash would have left behind. */
  leaveBehind(): Promise<void>;
  /** Overwrites the first kept bytes of a file behind the store's back. */
  damage(digest: string, content: Buffer): Promise<void>;
  remove(): Promise<void>;
}

export async function localHarness(): Promise<StoreHarness & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-files-'));
  const incoming = join(folder, 'incoming');
  return {
    folder,
    store: new LocalFileStore(folder),
    visible: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile() && entry.parentPath !== incoming).map(({ name }) => name);
    },
    temporary: () => readdir(incoming).catch(() => []),
    leaveBehind: async () => {
      await mkdir(incoming, { recursive: true });
      const path = join(incoming, `${randomUUID()}.part`);
      await writeFile(path, 'half');
      await utimes(path, new Date(), new Date());
    },
    damage: (digest, content) => writeFile(join(folder, digest.slice(0, 2), digest.slice(2, 4), digest), content),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function s3Harness(): Promise<StoreHarness> {
  const address = await createTestBucket();
  const { bucket } = address;
  const { hostname, port } = new URL(address.endpoint);
  const client = new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey: address.accessKey,
    secretKey: address.secretKey,
    region: 'us-east-1',
  });
  const list = async (prefix: string): Promise<string[]> => {
    const objects: AsyncIterable<BucketItem> = client.listObjectsV2(bucket, prefix, true);
    const names: string[] = [];
    for await (const { name } of objects) {
      names.push(name ?? '');
    }
    return names;
  };
  const incomplete = async (): Promise<string[]> => {
    const keys: string[] = [];
    for await (const { key } of client.listIncompleteUploads(bucket, '', true)) {
      keys.push(key);
    }
    return keys;
  };
  const store = new S3FileStore(address);
  await store.ready();
  return {
    store,
    visible: async () => (await list('files/')).map((name) => name.slice(name.lastIndexOf('/') + 1)),
    temporary: async () => [...(await list('incoming/')), ...(await incomplete())],
    leaveBehind: async () => {
      const name = `incoming/${randomUUID()}`;
      await client.putObject(bucket, name, 'whole, but not yet copied');
      const uploadID = await client.initiateNewMultipartUpload(bucket, `${name}-parts`, {});
      await client.uploadPart(
        { bucketName: bucket, objectName: `${name}-parts`, uploadID, partNumber: 1, headers: {} },
        Buffer.from('half'),
      );
    },
    damage: async (digest, content) => {
      await client.putObject(bucket, `files/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`, content);
    },
    remove: async () => {
      await store.sweep(new Date(Date.now() + 60_000));
      await client.removeObjects(bucket, await list(''));
      await client.removeBucket(bucket);
    },
  };
}
