import { Queue, Worker, type Processor } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';

import { LOOP_PAUSE_MS, QueueBackend, type QueueFault, type WorkerSettings } from './queue-backend.js';

export interface RedisQueueOptions {
  readonly url: string;
  readonly onFault?: QueueFault;
}

const CONNECT_TIMEOUT_MS = 5_000;
const LAST_RETRY_MS = 2_000;

/** Queues in Redis, for several servers or many jobs. One connection serves all queues, another one all workers. */
export class RedisQueueBackend extends QueueBackend {
  readonly #queues = new Map<string, Queue>();
  readonly #workers = new Set<Worker>();
  readonly #onFault: QueueFault;
  readonly #producer: Redis;
  readonly #consumer: Redis;
  #closing: Promise<void> | undefined;

  constructor({ url, onFault }: RedisQueueOptions) {
    super();
    this.#onFault = onFault ?? (() => undefined);
    const shared: RedisOptions = {
      connectTimeout: CONNECT_TIMEOUT_MS,
      retryStrategy: (times) => Math.min(times * 100, LAST_RETRY_MS),
    };
    // Whoever adds a job gets an error after about 2 s of a lost engine and may go on; a worker waits for its return.
    this.#producer = new Redis(url, { ...shared, maxRetriesPerRequest: 5 });
    this.#consumer = new Redis(url, { ...shared, maxRetriesPerRequest: null });
    this.#producer.on('error', (error) => this.#onFault(error, 'queues'));
    this.#consumer.on('error', (error) => this.#onFault(error, 'workers'));
  }

  override queue(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) {
      return known;
    }
    const queue = new Queue(name, { connection: this.#producer });
    queue.on('error', (error) => this.#onFault(error, `queue ${name}`));
    this.#queues.set(name, queue);
    return queue;
  }

  override worker(name: string, processor: Processor, settings: WorkerSettings): Worker {
    const worker = new Worker(name, processor, {
      connection: this.#consumer,
      runRetryDelay: LOOP_PAUSE_MS,
      ...settings,
    });
    worker.on('error', (error) => this.#onFault(error, `worker ${name}`));
    worker.on('closed', () => this.#workers.delete(worker));
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
    this.#consumer.disconnect();
  }
}
