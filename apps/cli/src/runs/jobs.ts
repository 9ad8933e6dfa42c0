import { Outbox } from '#platform';
import { withApplication } from '../open-application.js';

export async function listFailedJobs(limit: number): Promise<void> {
  const messages = await withApplication((app) => app.get(Outbox).failed(limit));
  for (const message of messages) {
    const payload = JSON.stringify(message.payload);
    console.log(`${message.id}  ${message.failedAt.toISOString()}  ${message.job} ${payload}  ${message.failure}`);
  }
  console.log(`${messages.length} failed job(s)`);
}

export async function retryJobs(id: string): Promise<void> {
  const count = await withApplication((app) => app.get(Outbox).retry(id));
  console.log(`${count} job(s) will be tried again`);
  process.exitCode = count === 0 && id !== 'all' ? 1 : 0;
}
