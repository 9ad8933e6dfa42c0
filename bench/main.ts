import 'reflect-metadata';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Figure, tableOf } from './figures.js';
import { measureDelivery } from './measure-delivery.js';
import { measureSignIn } from './measure-sign-in.js';
import { measureStart } from './measure-start.js';
import { measureUpload } from './measure-upload.js';
import type { Options } from './options.js';
import { Scratch } from './scratch.js';

type Measurement = (scratch: Scratch, options: Options) => Promise<readonly Figure[]>;

const measurements: Readonly<Record<string, Measurement>> = {
  start: measureStart,
  deliver: measureDelivery,
  upload: measureUpload,
  'sign-in': measureSignIn,
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

async function run(name: string, options: Options): Promise<void> {
  const measure = measurements[name];
  if (measure === undefined) {
    return;
  }
  const scratch = new Scratch();
  const interrupt = (): void => void scratch.end().finally(() => process.exit(130));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    console.log(`\n${tableOf(name, await measure(scratch, options))}`);
  } finally {
    await scratch.end();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
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
  for (const name of names) {
    await run(name, options);
  }
}

await main();
