import type { z } from 'zod';

/** What follows from a change and is done by a worker; declared once. */
export interface JobDeclaration<Payload = unknown> {
  /** Imperative: `deliver-dispatch`. */
  readonly name: string;
  readonly queue: string;
  /** Ids only: a handler reads what is true when it runs. */
  readonly payload: z.ZodType<Payload>;
  /** Tries before the job is kept as failed; one whose worker died counts. */
  readonly attempts: number;
  /** Pause after the first failed try, in milliseconds; doubled after each, with jitter. */
  readonly firstPause: number;
  /** The longest pause, in milliseconds; an hour unless set. */
  readonly longestPause?: number;
  /** Whether urgent ones go by a lane with workers of its own: they overtake, and those behind them never starve. */
  readonly hasFastLane?: boolean;
  /** How many of its queue a worker runs at once; as the settings say unless set. */
  readonly concurrency?: number;
}

/** Priorities before this one take the fast lane of a job that has one. */
export const firstSlowPriority = 5;

export function queueOf(job: JobDeclaration, priority: number): string {
  return job.hasFastLane === true && priority < firstSlowPriority ? fastLaneOf(job) : job.queue;
}

export function fastLaneOf(job: Pick<JobDeclaration, 'queue'>): string {
  return `${job.queue}-urgent`;
}

/** What a queue is for: some jobs, and of those with a fast lane one half of the priorities. */
export interface Lane {
  readonly name: string;
  readonly jobs: readonly string[];
  readonly firstPriority: number;
  readonly lastPriority: number;
}

const lastPriority = 32_767;

/** Every lane that jobs are moved to; a queue with jobs of both kinds is in it once for each kind. */
export function lanesOf(jobs: readonly JobDeclaration[]): Lane[] {
  const namesOf = (queue: string, hasFastLane: boolean): string[] =>
    jobs.filter((job) => job.queue === queue && (job.hasFastLane === true) === hasFastLane).map(({ name }) => name);
  const lanes = [...new Set(jobs.map(({ queue }) => queue))].flatMap((queue): Lane[] => [
    { name: queue, jobs: namesOf(queue, false), firstPriority: 0, lastPriority },
    { name: queue, jobs: namesOf(queue, true), firstPriority: firstSlowPriority, lastPriority },
    { name: fastLaneOf({ queue }), jobs: namesOf(queue, true), firstPriority: 0, lastPriority: firstSlowPriority - 1 },
  ]);
  return lanes.filter(({ jobs: names }) => names.length > 0);
}

const defaultLongestPause = 3_600_000;

/** Milliseconds until the next try after the n-th failed one, up to half of it more or less by chance. */
export function pauseAfterTry(
  { firstPause, longestPause = defaultLongestPause }: JobDeclaration,
  tries: number,
): number {
  const pause = Math.min(firstPause * 2 ** (tries - 1), longestPause);
  return Math.round(pause * (0.5 + Math.random()));
}

/** An error that no further try can mend: the job is kept as failed at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}

const declared = new Map<string, JobDeclaration>();
const handlerKey = 'vanthu:on-job';
const failureKey = 'vanthu:on-job-failure';

export function defineJob<Payload>(job: JobDeclaration<Payload>): JobDeclaration<Payload> {
  if (declared.has(job.name)) {
    throw new Error(`the job ${job.name} is declared twice`);
  }
  declared.set(job.name, job);
  return job;
}

export function declaredJobs(): readonly JobDeclaration[] {
  return [...declared.values()];
}

/** The method does this job. It may be called again with the same payload: it has to be idempotent by the database. */
export function OnJob<Payload>(job: JobDeclaration<Payload>) {
  return mark<(payload: Payload) => Promise<void>>(handlerKey, job.name);
}

/** The method is told when the job has failed for good, with the payload and the reason in words. */
export function OnJobFailure<Payload>(job: JobDeclaration<Payload>) {
  return mark<(payload: Payload, reason: string) => Promise<void>>(failureKey, job.name);
}

function mark<Method>(key: string, name: string) {
  return (_target: object, _key: string, method: TypedPropertyDescriptor<Method>): void => {
    if (method.value !== undefined && method.value !== null) {
      Reflect.defineMetadata(key, name, method.value);
    }
  };
}

export const jobMetadata = { handler: handlerKey, failure: failureKey } as const;
