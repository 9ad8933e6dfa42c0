import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { productFolder } from '#platform';
import { findPrograms } from '#testing';
import { Scratch } from '../../bench/scratch.js';
import { drill, type Size } from './drill.js';
import { openEmbeddedHouse } from './embedded-house.js';
import type { House } from './house.js';
import { documentOf, type DrillResult, isGood, machine, printed } from './report.js';
import { sabotages } from './sabotage.js';
import { openSeparateHouse } from './separate-house.js';

const usage = `npm run drill -- [--short] [--seed N] [--faults N] [--deliveries N] [--only separate|embedded] [--report] [--sabotage lose|double|pretend]

  Without options: 100 faults and 20,000 deliveries, half of them on each of two installations; writes
  docs/reliability.md. --short is the least that meets every kind of fault, on both at
  once. --report writes after a shorter one too.
  --sabotage breaks the installation on purpose: the drill has to find it and end with 1.`;

const houses: Readonly<Record<string, (scratch: Scratch) => Promise<House>>> = {
  separate: openSeparateHouse,
  embedded: openEmbeddedHouse,
};

interface Options {
  readonly seed: number;
  readonly size: Size;
  readonly names: readonly string[];
  /** Both installations at once: the figures then say nothing of speed. */
  readonly isShort: boolean;
  readonly writesReport: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      seed: { type: 'string' },
      faults: { type: 'string' },
      deliveries: { type: 'string' },
      only: { type: 'string' },
      sabotage: { type: 'string' },
    },
  });
  if (values.only !== undefined && !Object.hasOwn(houses, values.only)) {
    throw new Error(`there is no installation ${values.only}`);
  }
  const sabotage = sabotages.find((name) => name === values.sabotage);
  if (values.sabotage !== undefined && sabotage === undefined) {
    throw new Error(`there is no sabotage ${values.sabotage}`);
  }
  const seed = wholeNumber(values.seed, Math.floor(Math.random() * 1_000_000_000));
  // Of each installation.
  const faults = wholeNumber(values.faults, values.short ? 12 : 50);
  const deliveries = wholeNumber(values.deliveries, values.short ? 300 : 10_000);
  const names = values.only === undefined ? Object.keys(houses) : [values.only];
  const isFull = !values.short && values.faults === undefined && values.deliveries === undefined;
  return {
    seed,
    size: { faults, deliveries, sabotage },
    names,
    isShort: values.short,
    writesReport: values.report || (isFull && names.length === 2),
  };
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text !== undefined && !/^\d{1,9}$/.test(text)) {
    throw new Error(`${text} is no whole number`);
  }
  return text === undefined ? otherwise : Number(text);
}

async function drillAll({ seed, size, names, isShort, writesReport }: Options): Promise<boolean> {
  console.log(`${machine()}\nseed ${seed}: npm run drill -- --seed ${seed} repeats these faults`);
  const results = isShort
    ? await Promise.all(names.map((name) => drillOne(name, seed, size)))
    : await names.reduce<Promise<DrillResult[]>>(
        async (before, name) => [...(await before), await drillOne(name, seed, size)],
        Promise.resolve([]),
      );
  if (writesReport) {
    await writeFile(
      join(productFolder, 'docs', 'reliability.md'),
      documentOf(results, new Date().toISOString().slice(0, 10)),
    );
  }
  return results.every(isGood);
}

async function drillOne(name: string, seed: number, size: Size): Promise<DrillResult> {
  const scratch = new Scratch();
  const interrupt = (): void => void scratch.end().finally(() => process.exit(130));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    const result = await drill(houses[name] ?? openEmbeddedHouse, seed, size, scratch);
    console.log(printed(result));
    return result;
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await scratch.end();
  }
}

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  const { redis, s3 } = findPrograms();
  if (options.names.includes('separate') && (redis === '' || !s3)) {
    console.error('The separate engines need redis-server and Ceph: node scripts/test-tools.mjs installs them.');
    return 2;
  }
  return (await drillAll(options)) ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error);
  process.exit(1);
}
