import { Client as S3Client } from 'minio';
import { Client } from 'pg';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { createTestBucket, createTestDatabase, createTestRedis, findPrograms } from '#testing';

const programs = findPrograms();

// The first who asks for an engine waits for its start, which for the S3 store can outlast a test's usual bound.
const START_LIMIT_MS = 120_000;

describe('the engines of the tests', () => {
  it('give each test file a database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const client = new Client({ connectionString: one.url });
    await client.connect();
    const { rows } = await client.query('SELECT current_user AS role, current_database() AS name');
    expect(rows).toEqual([{ role: 'vanthu', name: new URL(one.url).pathname.slice(1) }]);
    expect(one.url).not.toBe(other.url);
    client.on('error', () => undefined);
    await Promise.all([one.drop(), other.drop()]);
    await expect(new Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist');
  });

  it.skipIf(programs.redis === '')('give an empty Redis that refuses to forget keys', async () => {
    const { url } = await createTestRedis();
    const redis = new Redis(url);
    expect(await redis.dbsize()).toBe(0);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    redis.disconnect();
  });

  it.skipIf(!programs.s3)(
    'give an S3 store that can lock objects',
    async () => {
      const { endpoint, accessKey, secretKey, bucket } = await createTestBucket();
      const { hostname, port } = new URL(endpoint);
      const s3 = new S3Client({ endPoint: hostname, port: Number(port), useSSL: false, accessKey, secretKey });
      await s3.makeBucket(bucket, 'us-east-1', { ObjectLocking: true });
      await s3.putObject(bucket, 'paper', 'ink');
      // Its types say that it gives nothing; it gives a promise.
      const lock: unknown = s3.getObjectLockConfig(bucket);
      await expect(lock).resolves.toMatchObject({ objectLockEnabled: 'Enabled' });
    },
    START_LIMIT_MS,
  );
});
