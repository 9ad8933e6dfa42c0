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
  const [throughNpm, ready, bare] = [new Starts(), new Starts(), new Starts()];
  const [readyFresh, bareFresh] = [new Starts(), new Starts()];
  for (let time = 0; time < times; time += 1) {
    throughNpm.add(await startOnce(npmStart(existing), scratch));
    ready.add(await startOnce(standalone({ DATA_DIR: existing }), scratch));
    bare.add(await startOnce(bareServer({ DATA_DIR: bareExisting }), scratch));
    readyFresh.add(await startOnce(standalone({ DATA_DIR: scratch.folder() }), scratch));
    bareFresh.add(await startOnce(bareServer({ DATA_DIR: scratch.folder() }), scratch));
  }
  const least = bare.elapsed('PostgreSQL and an empty Nest, existing data');
  const leastFresh = bareFresh.elapsed('PostgreSQL and an empty Nest, no data yet');
  const leastWork = bare.processor('the same for PostgreSQL and an empty Nest');
  return [
    {
      ...throughNpm.elapsed(`ready through npm start, existing data${throughNpm.note()}`),
      against: least,
      goal: goalMs,
    },
    { ...ready.elapsed('ready without npm, existing data'), against: least },
    least,
    { ...readyFresh.elapsed('ready without npm, no data yet'), against: leastFresh },
    leastFresh,
    { ...ready.processor('processor time of the server until ready'), against: leastWork },
    leastWork,
  ];
}

/** Several starts of the same. */
class Starts {
  private readonly servers: ServerProcess[] = [];

  add(server: ServerProcess): void {
    this.servers.push(server);
  }

  /** A build in front is no part of a start, but of what was waited for: the reader has to know. */
  note(): string {
    const builds = this.servers.filter(({ output }) => output.includes('Built in')).length;
    return builds === 0 ? '' : ` (built first ${builds} times)`;
  }

  elapsed(what: string): Figure {
    return { what, unit: 'ms', values: this.servers.map(({ readyAfterMs }) => readyAfterMs) };
  }

  processor(what: string): Figure {
    return { what, unit: 'ms', values: this.servers.map(({ processorMs }) => processorMs) };
  }
}

async function startOnce(command: ServerCommand, scratch: Scratch): Promise<ServerProcess> {
  const server = await ServerProcess.start(command, scratch);
  await server.stop();
  return server;
}

function npmStart(folder: string): ServerCommand {
  return { ...standalone({ DATA_DIR: folder }), program: 'npm', args: ['start'] };
}
