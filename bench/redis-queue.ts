import { startRedis } from '#testing';
import type { Scratch } from './scratch.js';

/** Starts a Redis that keeps nothing on disk, and gives the setting that puts the server’s queue there. */
export async function startRedisQueue(scratch: Scratch): Promise<{ readonly REDIS_URL: string }> {
  const { url, stop } = await startRedis();
  scratch.onEnd(stop);
  return { REDIS_URL: url };
}
