import { Outbox } from '#platform';
import { ExchangeWorld } from '../exchange-world.js';

/**
 * A worker that stands still in two jobs: in the second batch of a large dispatch, and after all of a small one was
 * committed but before its job was done. It says when both are held: to be killed.
 */
const [, , databaseUrl, queueUrl, dataDir] = process.argv;
if (databaseUrl === undefined || queueUrl === undefined || dataDir === undefined) {
  throw new Error('usage: hold-delivery DATABASE_URL QUEUE_URL DATA_DIR');
}

const fullBatch = 500;
let fullBatches = 0;
let held = 0;

const forEver = async (): Promise<void> => {
  held += 1;
  if (held === 2) {
    process.stdout.write('holding both\n');
  }
  await new Promise(() => undefined);
};

const world = await ExchangeWorld.open({ databaseUrl, queueUrl, dataDir, works: true });
world.get(Outbox).finish = forEver;
world.channel.before = async ({ length }) => {
  fullBatches += length === fullBatch ? 1 : 0;
  if (fullBatches === 2) {
    await forEver();
  }
};
