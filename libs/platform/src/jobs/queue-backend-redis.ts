import { Redis, type RedisOptions } from 'ioredis';

const CONNECT_TIMEOUT_MS = 5_000;
const LAST_RETRY_MS = 2_000;

/** Shared by the two connections of a worker. */
export interface Leaving {
  leaving: boolean;
}

/** How every connection to the queue's Redis comes back after a loss. */
export function reconnecting(worker: Readonly<Leaving> = { leaving: false }): RedisOptions {
  return {
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: (times) => (worker.leaving ? null : Math.min(times * 100, LAST_RETRY_MS)),
  };
}

/**
 * The connection of a worker, and, as its duplicate, the one on which the worker blocks. It waits for a lost engine for
 * as long as the worker works; once that leaves, the next failed try is the last one and lets all that waits fail.
 */
export function workerRedis(url: string, worker: Readonly<Leaving>, override: RedisOptions = {}): Redis {
  const redis = new Redis(url, { ...reconnecting(worker), ...override, maxRetriesPerRequest: null });
  const disconnect = redis.disconnect.bind(redis);
  return Object.assign(redis, {
    duplicate: (changes?: RedisOptions) => workerRedis(url, worker, changes),
    // Between two tries ioredis would cancel the next one and then never say that it ended, for which BullMQ waits.
    disconnect: (reconnect = false): void => {
      if (reconnect || !worker.leaving || redis.status !== 'reconnecting') {
        disconnect(reconnect);
        return;
      }
      redis.once('connect', () => disconnect());
    },
  });
}
