import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Scratch } from '../../bench/scratch.js';
import { backlogOf, checkRegisters } from './check-registers.js';
import { collectAttention, collectReceived } from './collect.js';
import { happen, type HappenedFault } from './faults.js';
import { type House, untilReady } from './house.js';
import { judge } from './judge.js';
import { Load } from './load.js';
import { connect, gather, type People } from './people.js';
import { SeededRandom } from './random.js';
import { DrillReceiver } from './receiver.js';
import type { DrillResult } from './report.js';
import { doubleOne, loseOne, makeWorkersPretend, type Sabotage } from './sabotage.js';
import { scheduleOf } from './schedule.js';
import { ClientFigures } from './stubborn-client.js';

export interface Size {
  readonly faults: number;
  /** Goes on without faults until so many are made. */
  readonly deliveries: number;
  readonly sabotage: Sabotage | undefined;
}

const pretendingCode = 'H28.03';
const settleLimitMs = 180_000;
const webhookCode = 'H28.31';

/** One drill on one installation: load, faults, quiet, and then the reckoning. */
export async function drill(
  open: (scratch: Scratch) => Promise<House>,
  seed: number,
  size: Size,
  scratch: Scratch,
): Promise<DrillResult> {
  const began = Date.now();
  const house = await open(scratch);
  const log = (line: string): void =>
    console.log(`  ${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${house.name}: ${line}`);
  log('ready');
  const figures = new ClientFigures();
  const random = new SeededRandom(seed);
  const people = await gather(house, figures);
  const receiver = await DrillReceiver.open(webhookCode, new SeededRandom(seed + 1), join(scratch.folder(), 'ledger'));
  scratch.onEnd(() => receiver.close());
  await connect(house, people, receiver, figures);

  const targets = {
    parts: [...house.parts.keys()],
    lines: [...house.lines.keys()],
    canFillFiles: house.fileStore !== undefined,
  };
  const schedule = scheduleOf(random, size.faults, targets);
  const load = new Load(people, new SeededRandom(seed + 2), 50);
  if (size.sabotage === 'pretend') {
    const agencyId = people.agencyIds.get(pretendingCode) ?? '';
    await onDatabase(house, (database) => makeWorkersPretend(database, agencyId));
  }
  load.start();
  let faults: HappenedFault[];
  try {
    faults = await happen(house, schedule, log);
    while (load.deliveries < size.deliveries) {
      await delay(500);
    }
    await load.stop();
  } catch (error) {
    throw new Error(`the drill broke off: ${String(error)}\n${house.tails()}`, { cause: error });
  }
  log(`${load.accepted.length} dispatches, ${load.deliveries} deliveries; letting things settle`);
  const backlog = await settle(house, load);
  if (size.sabotage === 'lose' || size.sabotage === 'double') {
    await onDatabase(house, size.sabotage === 'lose' ? loseOne : doubleOne);
  }
  log('settled; asking every recipient');
  return {
    house: house.name,
    seed,
    faults,
    accepted: load.accepted,
    retries: figures.retries,
    receiver: receiver.faults,
    ...(await reckon(house, people, receiver, load, backlog)),
    minutes: (Date.now() - began) / 60_000,
  };
}

async function onDatabase(house: House, work: (database: Client) => Promise<void>): Promise<void> {
  const database = await house.database();
  try {
    await work(database);
  } finally {
    await database.end();
  }
}

/** Until nothing waits, or for so long that it is stuck. */
async function settle(house: House, load: Load): Promise<number> {
  for (const address of house.addresses) {
    await untilReady(address, house.tails);
  }
  const database = await house.database();
  try {
    for (const until = Date.now() + settleLimitMs; ;) {
      const { deliveries, jobs } = await backlogOf(database);
      if (
        (deliveries === 0 && jobs === 0 && load.accepted.every(({ arrivedAt }) => arrivedAt !== undefined)) ||
        Date.now() > until
      ) {
        return deliveries + jobs;
      }
      await delay(300);
    }
  } finally {
    await database.end();
  }
}

async function reckon(
  house: House,
  people: People,
  receiver: DrillReceiver,
  load: Load,
  stuck: number,
): Promise<Pick<DrillResult, 'verdict' | 'stuck' | 'wrong'>> {
  const database = await house.database();
  try {
    const { rows } = await database.query<{ name: string; code: string }>('SELECT name, code FROM agencies');
    const attention = await collectAttention(people, new Map(rows.map(({ name, code }) => [name, code])));
    const received = await collectReceived(people, [receiver]);
    const verdict = judge(load.accepted, received, attention);
    const { unsigned, conflicts } = receiver.faults;
    return {
      verdict,
      stuck,
      wrong: [
        ...load.refusals.map((refusal) => `a client was refused: ${refusal}`),
        ...(unsigned > 0 ? [`${unsigned} messages to ${webhookCode} were not signed well`] : []),
        ...(conflicts > 0 ? [`${conflicts} messages to ${webhookCode} had another digest than before`] : []),
        ...(await checkRegisters(house, database)),
      ],
    };
  } finally {
    await database.end();
  }
}
