import 'reflect-metadata';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, tableOf } from './figures.js';
import { measureBroadcast } from './measure-broadcast.js';
import { measureClerks } from './measure-clerks.js';
import { measureDelivery } from './measure-delivery.js';
import { measureIncoming } from './measure-incoming.js';
import { measureOutgoing } from './measure-outgoing.js';
import { measureRegister } from './measure-register.js';
import { measureSignIn } from './measure-sign-in.js';
import { measureStart } from './measure-start.js';
import { measureSustained } from './measure-sustained.js';
import { measureUpload } from './measure-upload.js';
import { measureWorker } from './measure-worker.js';
import type { Options } from './options.js';
import { Scratch } from './scratch.js';

type Measurement = (scratch: Scratch, options: Options) => Promise<readonly Figure[]>;

const measurements: Readonly<Record<string, Measurement>> = {
  start: measureStart,
  deliver: measureDelivery,
  broadcast: measureBroadcast,
  sustained: measureSustained,
  worker: measureWorker,
  upload: measureUpload,
  'sign-in': measureSignIn,
  register: measureRegister,
  outgoing: measureOutgoing,
  incoming: measureIncoming,
  clerks: measureClerks,
};

const usage = `npm run bench -- [${Object.keys(measurements).join(' | ')}]... [--s3]`;

function readArguments(): { names: readonly string[]; options: Options } {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { s3: { type: 'boolean' } } });
  const unknown = positionals.filter((name) => !Object.hasOwn(measurements, name));
  if (unknown.length > 0) {
    throw new Error(`there is no benchmark ${unknown.join(', ')}`);
  }
  const names = positionals.length === 0 ? Object.keys(measurements) : positionals;
  return { names, options: { s3: values.s3 === true } };
}

function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const day = new Date().toISOString().slice(0, 10);
  return `${day} · ${processors.length} × ${processors[0]?.model.trim()} · ${memory} GiB · Node ${process.version}`;
}

/** Whether it came to its end: Ctrl-C takes its servers away, so that it fails at its next step. */
async function run(measure: Measurement, name: string, options: Options): Promise<boolean> {
  const scratch = new Scratch();
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    void scratch.end();
  };
  // Not once: npm and the terminal both send Ctrl-C, and a second one would end this before it has cleaned up.
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    console.log(`\n${tableOf(name, await measure(scratch, options))}`);
  } catch (error) {
    if (!interrupted) {
      throw error;
    }
  } finally {
    await scratch.end();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
  return !interrupted;
}

async function main(): Promise<void> {
  let names: readonly string[];
  let options: Options;
  try {
    ({ names, options } = readArguments());
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  console.log(machine());
  for (const [name, measure] of Object.entries(measurements)) {
    if (names.includes(name) && !(await run(measure, name, options))) {
      process.exitCode = 130;
      return;
    }
  }
}

await main();
