import type { Figure } from './figures.js';
import type { Options } from './options.js';
import { seedData } from './province-server.js';
import type { Scratch } from './scratch.js';
import { bareServer, type ServerCommand, ServerProcess, standalone } from './server-process.js';

const times = 5;
/** Issue: from `npm start` to ready on existing data. */
const goalMs = 5_000;

/** How long a start takes until `health/ready` answers. */
export async function measureStart(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const existing = scratch.folder();
  await seedData({ DATA_DIR: existing });
  const bareExisting = scratch.folder();
  await startOnce(bareServer({ DATA_DIR: bareExisting }), scratch);
  const ready: number[] = [];
  const bare: number[] = [];
  const readyFresh: number[] = [];
  const bareFresh: number[] = [];
  for (let time = 0; time < times; time += 1) {
    ready.push((await startOnce(standalone({ DATA_DIR: existing }), scratch)).readyAfterMs);
    bare.push((await startOnce(bareServer({ DATA_DIR: bareExisting }), scratch)).readyAfterMs);
    readyFresh.push((await startOnce(standalone({ DATA_DIR: scratch.folder() }), scratch)).readyAfterMs);
    bareFresh.push((await startOnce(bareServer({ DATA_DIR: scratch.folder() }), scratch)).readyAfterMs);
  }
  const throughNpm = await startOnce(npmStart(existing), scratch);
  const built = throughNpm.output.includes('Built in') ? ', a build before it' : '';
  const least: Figure = { what: 'PostgreSQL and an empty Nest, existing data', unit: 'ms', values: bare };
  const leastFresh: Figure = { what: 'PostgreSQL and an empty Nest, no data', unit: 'ms', values: bareFresh };
  return [
    { what: 'ready, existing data', unit: 'ms', values: ready, against: least, goal: goalMs },
    {
      what: `ready through npm start, existing data${built}`,
      unit: 'ms',
      values: [throughNpm.readyAfterMs],
      against: least,
      goal: goalMs,
    },
    least,
    { what: 'ready, no data yet', unit: 'ms', values: readyFresh, against: leastFresh },
    leastFresh,
  ];
}

async function startOnce(command: ServerCommand, scratch: Scratch): Promise<ServerProcess> {
  const server = await ServerProcess.start(command, scratch);
  await server.stop();
  return server;
}

function npmStart(folder: string): ServerCommand {
  return { ...standalone({ DATA_DIR: folder }), program: 'npm', args: ['start'] };
}
