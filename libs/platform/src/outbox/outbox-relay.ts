import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { DatabaseAddress } from '../database/database-address.js';
import { Listener } from '../database/listener.js';
import { declaredJobs, type JobDeclaration } from '../jobs/job.js';
import { QueueBackend } from '../jobs/queue-backend.js';
import { outboxChannelName } from './outbox.js';

interface DueMessage {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly priority: number;
}

/** Messages a transaction takes: enough to be quick, few enough to be short. */
const batchSize = 500;
/** Looked at without a notice too, in milliseconds: a notice can be lost with its connection. */
const pollEvery = 5_000;

/**
 * Moves promised jobs from the outbox to the queue: woken by NOTIFY, with a slow poll behind it. Several relays share
 * the work (SKIP LOCKED). The message’s id is the job’s id, so a message moved twice is one job.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly listener: Listener;
  private poll: NodeJS.Timeout | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
    private readonly config: Config,
    address: DatabaseAddress,
  ) {
    this.listener = new Listener({
      url: address.url,
      channel: outboxChannelName,
      onNotice: () => this.wake(),
      onListening: () => this.wake(),
      onFault: (error) => this.logger.warn(`listening to the outbox was interrupted: ${error.message}`),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
    this.poll = setInterval(() => this.wake(), pollEvery);
    this.sweep = setInterval(() => void this.sweepNow(), this.config.sweepSeconds * 1000);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearInterval(this.sweep);
    await this.listener.stop();
    await this.running;
  }

  /**
   * Puts back what was moved long ago and is not done: a queue that was wiped is filled again by this. What is still in
   * the queue is not doubled, since its id is there.
   */
  async sweepNow(): Promise<void> {
    try {
      const { affected } = await this.database.execute(
        `UPDATE outbox_messages SET relayed_at = NULL
          WHERE failed_at IS NULL AND relayed_at < now() - make_interval(secs => $1)`,
        [this.config.sweepSeconds],
      );
      if (affected > 0) {
        this.wake();
      }
    } catch (error) {
      this.logger.warn(`the sweep will be tried again: ${String(error)}`);
    }
  }

  private wake(): void {
    if (this.stopped) {
      return;
    }
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    this.running = this.drain().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
  }

  private async drain(): Promise<void> {
    try {
      while (!this.stopped && (await this.moveBatch()) === batchSize) {
        this.again = false;
      }
    } catch (error) {
      this.logger.warn(`the outbox will be looked at again: ${String(error)}`);
    }
  }

  private async moveBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const messages = await this.database.query<DueMessage>(
        `WITH due AS (
           SELECT id FROM outbox_messages
            WHERE relayed_at IS NULL AND failed_at IS NULL
            ORDER BY priority, id LIMIT $1
              FOR UPDATE SKIP LOCKED)
         UPDATE outbox_messages AS message SET relayed_at = now() FROM due WHERE message.id = due.id
         RETURNING message.id, message.job, message.payload, message.priority`,
        [batchSize],
      );
      await this.enqueue(messages);
      return messages.length;
    });
  }

  private async enqueue(messages: readonly DueMessage[]): Promise<void> {
    const jobs = new Map(declaredJobs().map((job) => [job.name, job]));
    const byQueue = new Map<string, BulkJob[]>();
    for (const message of messages) {
      const job = jobs.get(message.job);
      if (job === undefined) {
        this.logger.error(`no such job: ${message.job}; its message ${message.id} stays in the outbox`);
        continue;
      }
      const bulk = byQueue.get(job.queue) ?? [];
      bulk.push(bulkJob(message, job));
      byQueue.set(job.queue, bulk);
    }
    for (const [queue, bulk] of byQueue) {
      await this.backend.queue(queue).addBulk(bulk);
    }
  }
}

function bulkJob(message: DueMessage, job: JobDeclaration) {
  return {
    name: message.job,
    data: message.payload,
    opts: {
      jobId: message.id,
      priority: message.priority,
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.firstPause, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

type BulkJob = ReturnType<typeof bulkJob>;
