import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';

import { SharedQueuePool } from './queue-backend-pool.js';
import { QueueBackend, type QueueFault, type WorkerSettings } from './queue-backend.js';

export interface PostgresQueueOptions {
  readonly connectionString: string;
  readonly onFault?: QueueFault;
}

/** Queues in PostgreSQL, in BullMQ's own schema `bullmq`: no second engine for one server. */
export class PostgresQueueBackend extends QueueBackend {
  readonly #queues = new Map<string, Queue>();
  readonly #workers = new Set<Worker>();
  readonly #pool: SharedQueuePool;
  readonly #onFault: QueueFault;
  #closing: Promise<void> | undefined;

  constructor({ connectionString, onFault }: PostgresQueueOptions) {
    super();
    this.#onFault = onFault ?? (() => undefined);
    this.#pool = new SharedQueuePool(connectionString, this.#onFault);
  }

  override queue(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) {
      return known;
    }
    // BullMQ's default type names Redis; the two differ only in what `getBackend` gives, which nobody may call.
    const queue = new Queue(name, { connection: this.#pool }, createPostgresBackend) as unknown as Queue;
    queue.on('error', (error) => this.#onFault(error, `queue ${name}`));
    this.#queues.set(name, queue);
    return queue;
  }

  override worker(name: string, processor: Processor, settings: WorkerSettings): Worker {
    const options = { connection: this.#pool, ...settings };
    const worker = new Worker(name, processor, options, createPostgresBackend) as unknown as Worker;
    worker.on('error', (error) => this.#onFault(error, `worker ${name}`));
    worker.on('closed', () => this.#workers.delete(worker));
    this.#workers.add(worker);
    return worker;
  }

  override async ready(): Promise<void> {
    await this.#pool.ready();
  }

  override async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    this.#pool.giveUp();
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.#pool.end();
  }
}
