import type { Processor, Queue, Worker } from 'bullmq';

export interface WorkerSettings {
  /** How many jobs of this worker may run at the same time. */
  readonly concurrency: number;
  /** Milliseconds for which a running job is held without a sign of life; renewed by half. 30,000 unless set. */
  readonly lockDuration?: number;
  /** Milliseconds between two looks for jobs whose worker died. 30,000 unless set. */
  readonly stalledInterval?: number;
}

/** BullMQ's own pause of 15 s after a failed look for jobs would hold work back long after the engine is there again. */
export const LOOP_PAUSE_MS = 1_000;

/** Told of every fault of a connection or of a worker's loop; the queues and workers themselves go on and reconnect. */
export type QueueFault = (error: Error, source: string) => void;

/**
 * Where jobs wait. The queue only says when to look, the database is the truth: an engine may be restarted or lose all
 * it knew, and queues and workers made here go on once it is back. Nothing here crashes the process on a lost engine.
 *
 * Held alike by every backend: a job id is unique among the jobs kept, adding it again does nothing; an id has no ':';
 * priorities run from 1 (first) to 2,097,152, and jobs without one come before all of them.
 */
export abstract class QueueBackend {
  /** The queue of this name; one object a name, closed by `close`. @throws Error for a new one after that. */
  abstract queue(name: string): Queue;

  /** A new worker that starts at once; closed by `close`, which waits for its running jobs. */
  abstract worker(name: string, processor: Processor, settings: WorkerSettings): Worker;

  /** Resolves once the engine answers; prepares what it needs there. Throws when it doesn't, and may be called again. */
  abstract ready(): Promise<void>;

  /** Closes the workers (running jobs are waited for), then the queues, then the connections. Safe to repeat. */
  abstract close(): Promise<void>;
}
