import { setTimeout as delay } from 'node:timers/promises';
import type { House } from './house.js';
import { describeFault, type Fault } from './schedule.js';

/** A fault as it happened. */
export interface HappenedFault {
  readonly name: string;
  readonly kind: Fault['kind'];
  readonly began: number;
  /** When it was undone; what was killed is started then, not ready yet. */
  readonly ended: number;
}

/** Does one fault after another to an installation until the schedule is over. */
export async function happen(
  house: House,
  schedule: readonly Fault[],
  log: (line: string) => void,
): Promise<HappenedFault[]> {
  const happened: HappenedFault[] = [];
  for (const [index, fault] of schedule.entries()) {
    await delay(fault.afterMs);
    log(`${index + 1}/${schedule.length} ${describeFault(fault)} ${fault.lastsMs} ms`);
    const began = Date.now();
    const undo = await inflict(house, fault);
    await delay(fault.lastsMs);
    const ended = Date.now();
    await undo();
    happened.push({ name: describeFault(fault), kind: fault.kind, began, ended });
  }
  return happened;
}

type Undo = () => void | Promise<void>;

async function inflict(house: House, fault: Fault): Promise<Undo> {
  switch (fault.kind) {
    case 'kill': {
      const part = named(house.parts, fault.target);
      await insist(() => part.kill());
      return () => part.start();
    }
    case 'hold': {
      const part = named(house.parts, fault.target);
      await insist(() => Promise.resolve(part.hold()));
      return () => part.release();
    }
    case 'wipe-queue':
      await insist(() => house.wipeQueue());
      return () => undefined;
    case 'fill-files':
      await house.fileStore?.fill();
      return () => house.fileStore?.free();
    default: {
      const line = named(house.lines, fault.target);
      line.set(fault.kind);
      return () => line.set('open');
    }
  }
}

function named<Thing>(things: ReadonlyMap<string, Thing>, name: string): Thing {
  const thing = things.get(name);
  if (thing === undefined) {
    throw new Error(`the installation has no ${name}`);
  }
  return thing;
}

/** What the fault before has brought down may be on its way up still. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let left = 120; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0) {
        throw error;
      }
      await delay(500);
    }
  }
}
