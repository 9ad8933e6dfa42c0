import { openBackend, type QueueKind } from './queue-harness.js';

/** Takes one job of a queue and never ends it: to be killed. */
const [, , kind, url, queue] = process.argv;
if ((kind !== 'postgres' && kind !== 'redis') || url === undefined || queue === undefined) {
  throw new Error('usage: hold-job KIND URL QUEUE');
}

async function hold(engine: QueueKind, address: string, name: string): Promise<void> {
  const backend = openBackend(engine, address);
  await backend.ready();
  const holding = async (): Promise<void> => {
    process.stdout.write('holding\n');
    await new Promise(() => undefined);
  };
  backend.worker(name, holding, { concurrency: 1, lockDuration: 500, stalledInterval: 500 });
}

await hold(kind, url, queue);
