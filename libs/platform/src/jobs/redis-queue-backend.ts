import { Queue, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';

import { reconnecting, workerRedis, type Leaving } from './queue-backend-redis.js';
import { LOOP_PAUSE_MS, QueueBackend, type QueueFault, type WorkerSettings } from './queue-backend.js';

export interface RedisQueueOptions {
  readonly url: string;
  readonly onFault?: QueueFault;
}

/** Queues in Redis, for several servers or many jobs. One connection serves all queues; a worker has two of its own. */
export class RedisQueueBackend extends QueueBackend {
  readonly #queues = new Map<string, Queue>();
  readonly #workers = new Set<Worker>();
  readonly #url: string;
  readonly #onFault: QueueFault;
  readonly #producer: Redis;
  #closing: Promise<void> | undefined;

  constructor({ url, onFault }: RedisQueueOptions) {
    super();
    this.#url = url;
    this.#onFault = onFault ?? (() => undefined);
    // Whoever adds a job gets an error after about 2 s of a lost engine and may go on; a worker waits for its return.
    this.#producer = new Redis(url, { ...reconnecting(), maxRetriesPerRequest: 5 });
    this.#producer.on('error', (error) => this.#onFault(error, 'queues'));
  }

  override queue(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.#closing !== undefined) {
      throw new Error('the queues are closing');
    }
    const queue = new Queue(name, { connection: this.#producer });
    queue.on('error', (error) => this.#onFault(error, `queue ${name}`));
    this.#queues.set(name, queue);
    return queue;
  }

  override worker(name: string, processor: Processor, settings: WorkerSettings): Worker {
    const state: Leaving = { leaving: false };
    const connection = workerRedis(this.#url, state);
    connection.on('error', (error) => this.#onFault(error, `worker ${name}`));
    const worker = new Worker(name, processor, { connection, runRetryDelay: LOOP_PAUSE_MS, ...settings });
    worker.on('closing', () => {
      state.leaving = true;
    });
    worker.on('error', (error) => this.#onFault(error, `worker ${name}`));
    worker.on('closed', () => {
      connection.disconnect();
      this.#workers.delete(worker);
    });
    this.#workers.add(worker);
    return worker;
  }

  override async ready(): Promise<void> {
    await this.#producer.ping();
  }

  override async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    this.#producer.disconnect();
  }
}
