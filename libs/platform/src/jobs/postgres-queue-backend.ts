import { createPostgresBackend, Queue, Worker, type Processor } from 'bullmq';

import { QueueConnection } from './queue-backend-connection.js';
import { QueuePool } from './queue-backend-pool.js';
import { LOOP_PAUSE_MS, QueueBackend, type QueueFault, type WorkerSettings } from './queue-backend.js';

export interface PostgresQueueOptions {
  readonly connectionString: string;
  readonly onFault?: QueueFault;
}

/** Queues in PostgreSQL, in BullMQ's own schema `bullmq`: no second engine for one server. */
export class PostgresQueueBackend extends QueueBackend {
  readonly #queues = new Map<string, { readonly queue: Queue; readonly connection: QueueConnection }>();
  readonly #workers = new Set<Worker>();
  readonly #pool: QueuePool;
  readonly #onFault: QueueFault;
  #closing: Promise<void> | undefined;

  constructor({ connectionString, onFault }: PostgresQueueOptions) {
    super();
    this.#onFault = onFault ?? (() => undefined);
    this.#pool = new QueuePool(connectionString, this.#onFault);
  }

  override queue(name: string): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) {
      return known.queue;
    }
    if (this.#closing !== undefined) {
      // It would go on trying to connect for as long as the process lives.
      throw new Error('the queues are closing');
    }
    // BullMQ's default type names Redis; the two differ only in what `getBackend` gives, which nobody may call.
    const connection = new QueueConnection(this.#pool);
    const queue = new Queue(name, { connection }, createPostgresBackend) as unknown as Queue;
    queue.on('error', (error) => this.#onFault(error, `queue ${name}`));
    this.#queues.set(name, { queue, connection });
    return queue;
  }

  override worker(name: string, processor: Processor, settings: WorkerSettings): Worker {
    const connection = new QueueConnection(this.#pool);
    const options = { connection, runRetryDelay: LOOP_PAUSE_MS, ...settings };
    const worker = new Worker(name, processor, options, createPostgresBackend) as unknown as Worker;
    worker.on('closing', () => connection.giveUp());
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
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await Promise.all(
      [...this.#queues.values()].map(async ({ queue, connection }) => {
        connection.giveUp();
        await queue.close();
      }),
    );
    await this.#pool.end();
  }
}
