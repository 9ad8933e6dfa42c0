import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';

function count(value: string): number {
  const parsed = z.coerce.number().int().min(1).max(10_000).safeParse(value);
  if (!parsed.success) {
    throw new InvalidArgumentError('it is a number from 1 to 10000');
  }
  return parsed.data;
}

function jobId(value: string): string {
  if (value !== 'all' && !z.uuid().safeParse(value).success) {
    throw new InvalidArgumentError('it is an id as `jobs failed` shows it, or all');
  }
  return value;
}

const failed = new Command('failed')
  .description('list the jobs that failed for good, newest first, with payload and reason')
  .option('--limit <count>', 'how many at most', count, 50)
  .action(async ({ limit }: { limit: number }) => (await import('../runs/jobs.js')).listFailedJobs(limit));

const retry = new Command('retry')
  .description('have failed jobs tried again')
  .argument('<id>', 'the id of a failed job, or all', jobId)
  .action(async (id: string) => (await import('../runs/jobs.js')).retryJobs(id));

export const jobsCommand = new Command('jobs').description('jobs that failed').addCommand(failed).addCommand(retry);
