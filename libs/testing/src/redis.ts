import { Redis } from 'ioredis';
import { askEngine } from './engines/ask-engine.js';

/**
 * An empty Redis database for one test file. Files that run at the same time get different ones; published messages
 * know no databases and reach everybody.
 */
export async function createTestRedis(): Promise<{ url: string }> {
  const engine = await askEngine('redis');
  // Redis has 16 databases, and the pool fewer workers.
  const url = `${engine.url}/${Number(process.env['VITEST_POOL_ID'] ?? 0) % 16}`;
  const client = new Redis(url);
  try {
    await client.flushdb();
  } finally {
    client.disconnect();
  }
  return { url };
}
