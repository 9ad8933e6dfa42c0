import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';
import { Config } from '../config/config.js';
import { type MarkedMethod, methodsWith } from '../methods-with.js';
import { Outbox } from '../outbox/outbox.js';
import { declaredJobs, fastLaneOf, type JobDeclaration, jobMetadata, pauseAfterTry, PermanentFailure } from './job.js';
import { QueueBackend } from './queue-backend.js';

interface Runnable {
  readonly job: JobDeclaration;
  readonly handler: MarkedMethod;
  readonly onFailure: MarkedMethod | undefined;
}

/**
 * Runs jobs from the queue. It refuses to start when a declared job has no handler or two. A job that is done leaves
 * the outbox; one that failed for good stays there with its payload and the reason.
 */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRunner.name);
  private readonly workers: Worker[] = [];
  private runnables = new Map<string, Runnable>();

  constructor(
    private readonly backend: QueueBackend,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = methodsWith(jobMetadata.handler, this.discovery, this.scanner);
    const failures = methodsWith(jobMetadata.failure, this.discovery, this.scanner);
    this.runnables = matchHandlers(declaredJobs(), handlers, failures);
    for (const [queue, concurrency] of concurrencyOf(declaredJobs(), this.config.workerConcurrency)) {
      this.workers.push(this.backend.worker(queue, (job) => this.run(job), { ...aliveness, concurrency }));
    }
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async run(queued: Job): Promise<void> {
    const runnable = this.runnables.get(queued.name);
    if (runnable === undefined) {
      throw new UnrecoverableError(`no handler for ${queued.name}`);
    }
    const id = messageOf(queued);
    const tries = await this.outbox.begin(id, roundOf(queued));
    if (tries === undefined) {
      return;
    }
    if (tries > runnable.job.attempts) {
      return this.giveUp(runnable, queued, 'the worker was gone each time before the job was done');
    }
    const payload = runnable.job.payload.safeParse(queued.data);
    if (!payload.success) {
      // No further try can mend it, and the listener of failures could not read it either.
      return this.keep(queued, `the payload is not that of ${queued.name}: ${payload.error.message}`);
    }
    try {
      await runnable.handler.call(payload.data);
    } catch (error) {
      return this.failed(runnable, queued, tries, error);
    }
    await this.outbox.finish(id);
  }

  private async failed(runnable: Runnable, queued: Job, tries: number, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`${queued.name} ${messageOf(queued)} failed, try ${tries}: ${reason}`);
    if (error instanceof PermanentFailure || tries >= runnable.job.attempts) {
      return this.giveUp(runnable, queued, reason);
    }
    await this.outbox.putBack(messageOf(queued), pauseAfterTry(runnable.job, tries));
  }

  private async giveUp(runnable: Runnable, queued: Job, reason: string): Promise<never> {
    try {
      await runnable.onFailure?.call(queued.data, reason);
    } catch (failure) {
      // Kept as failed all the same: a listener that fails must not have the job started again for ever.
      this.logger.error(`what follows the failure of ${queued.name} failed too`, failure);
    }
    return this.keep(queued, reason);
  }

  private async keep(queued: Job, reason: string): Promise<never> {
    await this.outbox.fail(messageOf(queued), reason);
    throw new UnrecoverableError(reason);
  }
}

/**
 * How soon others take over from a worker that died, in milliseconds. A worker that is only held for longer finds its job
 * taken over when it goes on: that is why every job may run twice.
 */
const aliveness = { lockDuration: 10_000, stalledInterval: 5_000 } as const;

/** The id of a job is that of its message, a hyphen and the round. */
function messageOf({ id = '' }: Job): string {
  return id.slice(0, id.lastIndexOf('-'));
}

function roundOf({ id = '' }: Job): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** Every queue with how many jobs of it run at once. */
function concurrencyOf(jobs: readonly JobDeclaration[], usual: number): Map<string, number> {
  const lanes = new Map<string, number>();
  for (const job of jobs) {
    for (const lane of job.hasFastLane === true ? [job.queue, fastLaneOf(job)] : [job.queue]) {
      lanes.set(lane, Math.max(lanes.get(lane) ?? 0, job.concurrency ?? usual));
    }
  }
  return lanes;
}

/** Every declared job with its one handler. @throws when a job has none or two. */
export function matchHandlers(
  jobs: readonly JobDeclaration[],
  handlers: readonly MarkedMethod[],
  failures: readonly MarkedMethod[],
): Map<string, Runnable> {
  return new Map(
    jobs.map((job) => {
      const own = handlers.filter((handler) => handler.metadata === job.name);
      const [handler, second] = own;
      if (handler === undefined) {
        throw new Error(`the job ${job.name} has no handler`);
      }
      if (second !== undefined) {
        throw new Error(`the job ${job.name} has ${own.length} handlers: ${own.map(({ name }) => name).join(', ')}`);
      }
      return [job.name, { job, handler, onFailure: failures.find((failure) => failure.metadata === job.name) }];
    }),
  );
}
