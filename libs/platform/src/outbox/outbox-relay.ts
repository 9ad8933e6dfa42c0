import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { DatabaseAddress } from '../database/database-address.js';
import { Listener } from '../database/listener.js';
import { declaredJobs, lanesOf, queueOf } from '../jobs/job.js';
import { QueueBackend } from '../jobs/queue-backend.js';
import { outboxChannelName } from './outbox.js';

interface DueMessage {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly priority: number;
  readonly round: number;
}

/** Messages a transaction takes: enough to be quick, few enough to be short. */
const batchSize = 500;
/** Looked at without a notice too, in milliseconds: a notice can be lost with its connection. */
const pollEvery = 5_000;
/** Milliseconds after which what was moved surely stands in the queue. */
const settlesWithin = 1_000;
/** Messages that one sweep puts back: a backlog is not written again as a whole. */
const sweepSize = 5_000;
/** Of so many batches one takes the oldest, whatever their priority: nothing starves behind what is urgent. */
const oldestEvery = 5;

/**
 * Moves promised jobs from the outbox to the queue: woken by NOTIFY, with a slow poll behind it. Several relays share
 * the work (SKIP LOCKED). The message’s id and round are the job’s id, so a message moved twice is one job.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly listener: Listener;
  private poll: NodeJS.Timeout | undefined;
  private sweep: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private next: NodeJS.Timeout | undefined;
  private batches = 0;
  private again = false;
  private looking: Promise<void> | undefined;
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
    this.poll = setInterval(() => this.look(), pollEvery);
    this.sweep = setInterval(() => void this.sweepNow(), this.config.sweepSeconds * 1000);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    clearInterval(this.sweep);
    clearTimeout(this.next);
    await this.listener.stop();
    await this.running;
    await this.looking;
  }

  /**
   * Puts back what was moved long ago and is not done, the oldest first. What is still in the queue is not doubled, since
   * its id is there.
   */
  async sweepNow(): Promise<void> {
    await this.putBack(
      `SELECT id FROM outbox_messages
        WHERE failed_at IS NULL AND relayed_at < now() - make_interval(secs => $1)
        ORDER BY relayed_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [this.config.sweepSeconds, sweepSize],
    );
  }

  private look(): void {
    this.wake();
    this.looking ??= this.refillEmptyLanes()
      .catch((error: unknown) => this.logger.warn(`the queue will be looked at again: ${String(error)}`))
      .finally(() => {
        this.looking = undefined;
      });
  }

  /**
   * A lane that holds nothing of what was moved there some time ago has lost it: a message leaves the outbox before its
   * job leaves the queue. It is filled again at once, the most urgent first.
   */
  private async refillEmptyLanes(): Promise<void> {
    for (const lane of lanesOf(declaredJobs())) {
      if (this.stopped) {
        return;
      }
      const counts = await this.backend.queue(lane.name).getJobCounts();
      if (Object.values(counts).every((count) => count === 0)) {
        await this.putBack(
          `SELECT id FROM outbox_messages
            WHERE failed_at IS NULL AND relayed_at < now() - $1 * interval '1 ms' AND job = ANY ($2)
              AND priority BETWEEN $3 AND $4
              FOR UPDATE SKIP LOCKED`,
          [settlesWithin, lane.jobs, lane.firstPriority, lane.lastPriority],
        );
      }
    }
  }

  private async putBack(messages: string, values: readonly unknown[]): Promise<void> {
    try {
      const { affected } = await this.database.execute(
        `UPDATE outbox_messages SET relayed_at = NULL WHERE id IN (${messages})`,
        values,
      );
      if (affected > 0) {
        this.wake();
      }
    } catch (error) {
      this.logger.warn(`what was moved will be looked at again: ${String(error)}`);
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
      await this.ripen();
      while (!this.stopped && (await this.moveBatch()) === batchSize) {
        this.again = false;
      }
    } catch (error) {
      this.logger.warn(`the outbox will be looked at again: ${String(error)}`);
    }
  }

  /** What was promised for later and is due now; and one look at the next that will be. */
  private async ripen(): Promise<void> {
    await this.database.query(
      `UPDATE outbox_messages SET run_at = NULL WHERE id IN (
         SELECT id FROM outbox_messages WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at <= now()
            FOR UPDATE SKIP LOCKED)`,
    );
    const [next] = await this.database.query<{ wait: number | null }>(
      `SELECT extract(epoch FROM min(run_at) - now()) * 1000 AS wait FROM outbox_messages
        WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at IS NOT NULL`,
    );
    clearTimeout(this.next);
    if (!this.stopped && next?.wait !== undefined && next.wait !== null && next.wait < pollEvery) {
      this.next = setTimeout(() => this.wake(), Math.max(next.wait, 1));
    }
  }

  private async moveBatch(): Promise<number> {
    this.batches += 1;
    const order = this.batches % oldestEvery === 0 ? 'id' : 'priority, id';
    return this.database.transaction(async () => {
      const messages = await this.database.query<DueMessage>(
        `WITH due AS (
           SELECT id FROM outbox_messages
            WHERE relayed_at IS NULL AND failed_at IS NULL AND run_at IS NULL
            ORDER BY ${order} LIMIT $1
              FOR UPDATE SKIP LOCKED)
         UPDATE outbox_messages AS message SET relayed_at = now() FROM due WHERE message.id = due.id
         RETURNING message.id, message.job, message.payload, message.priority, message.round`,
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
      const queue = queueOf(job, message.priority);
      const bulk = byQueue.get(queue) ?? [];
      bulk.push(bulkJob(message));
      byQueue.set(queue, bulk);
    }
    for (const [queue, bulk] of byQueue) {
      await this.backend.queue(queue).addBulk(bulk);
    }
  }
}

/** One try: tries are counted and paused for in the outbox, which outlives the queue. */
function bulkJob(message: DueMessage) {
  return {
    name: message.job,
    data: message.payload,
    opts: {
      jobId: `${message.id}-${message.round}`,
      priority: message.priority,
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

type BulkJob = ReturnType<typeof bulkJob>;
