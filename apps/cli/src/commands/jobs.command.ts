import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { Outbox } from '#platform';
import { withApplication } from '../open-application.js';

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
  .action(async ({ limit }: { limit: number }) => {
    const messages = await withApplication((app) => app.get(Outbox).failed(limit));
    for (const message of messages) {
      const payload = JSON.stringify(message.payload);
      console.log(`${message.id}  ${message.failedAt.toISOString()}  ${message.job} ${payload}  ${message.failure}`);
    }
    console.log(`${messages.length} failed job(s)`);
  });

const retry = new Command('retry')
  .description('have failed jobs tried again')
  .argument('<id>', 'the id of a failed job, or all', jobId)
  .action(async (id: string) => {
    const count = await withApplication((app) => app.get(Outbox).retry(id));
    console.log(`${count} job(s) will be tried again`);
    process.exitCode = count === 0 && id !== 'all' ? 1 : 0;
  });

export const jobsCommand = new Command('jobs').description('jobs that failed').addCommand(failed).addCommand(retry);
