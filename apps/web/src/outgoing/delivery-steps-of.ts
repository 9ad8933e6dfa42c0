import type { Delivery, DeliveryState } from '../api/types.js';

const keys = ['sent', 'arrived', 'accepted', 'handled', 'completed'] as const;

export interface Step {
  readonly key: (typeof keys)[number];
  readonly state: 'done' | 'current' | 'to-come';
  /** When it was done. */
  readonly at: string | null;
}

/** Codes of QCVN 102 by which a step is done, the farther ones first. */
const codesOf: Readonly<Record<Step['key'], readonly string[]>> = {
  sent: ['sent'],
  arrived: ['01'],
  accepted: ['03'],
  handled: ['05', '04'],
  completed: ['06'],
};

/** How many steps a state has behind it. A delivery that goes another way has no steps: paper, refused, taken back. */
const behind: Readonly<Partial<Record<DeliveryState, number>>> = {
  queued: 0,
  'needs-attention': 0,
  sent: 1,
  arrived: 2,
  accepted: 3,
  assigned: 3,
  'in-process': 4,
  completed: 5,
};

/** The steps of a delivery in their order, each with the earliest time that an event gives it. */
export function stepsOf({ state, events }: Pick<Delivery, 'state' | 'events'>): Step[] {
  const done = behind[state];
  if (done === undefined) {
    return [];
  }
  return keys.map((key, index) => {
    const code = codesOf[key].find((one) => events.some((event) => event.code === one));
    const at = events.find((event) => event.code === code)?.occurredAt ?? null;
    const isDone = index < done;
    return { key, state: isDone ? 'done' : index === done ? 'current' : 'to-come', at: isDone ? at : null };
  });
}
