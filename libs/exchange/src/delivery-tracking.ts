import type { DeliveryState } from '#contracts';

/** State codes of QCVN 102 that we act on; others are kept and shown as they came. */
export const trackingCodes = {
  /** Not one of QCVN 102: somebody at the recipient opened it for the first time. */
  opened: 'opened',
  arrived: '01',
  refused: '02',
  accepted: '03',
  assigned: '04',
  inProcess: '05',
  completed: '06',
  /** The sender asks to take it back. */
  recallAsked: '13',
  /** The recipient agrees to what the sender asked. */
  agreed: '15',
  /** The recipient does not. */
  notAgreed: '16',
  // Not of QCVN 102: what became of the delivery by a request of its sender.
  updateAsked: 'update-asked',
  replaceAsked: 'replace-asked',
  updated: 'updated',
  replaced: 'replaced',
  recalled: 'recalled',
  recalledAfterRegistration: 'recalled-after-registration',
} as const;

/**
 * Codes of a recipient that has the document, or what was agreed to take its place: nothing is sent any more. Not the
 * opening: it says nothing of a state, whoever reports it.
 */
export const reachedCodes: ReadonlySet<string> = new Set(['01', '02', '03', '04', '05', '06', 'replaced']);

/** What each code makes of a delivery, and how far along that is. Events can come out of order: the farthest counts. */
const states = new Map<string, { state: DeliveryState; rank: number }>([
  ['01', { state: 'arrived', rank: 1 }],
  ['03', { state: 'accepted', rank: 2 }],
  ['04', { state: 'assigned', rank: 3 }],
  ['05', { state: 'in-process', rank: 4 }],
  ['06', { state: 'completed', rank: 5 }],
  ['02', { state: 'refused', rank: 6 }],
  ['replaced', { state: 'replaced', rank: 7 }],
  ['recalled', { state: 'recalled', rank: 8 }],
  ['recalled-after-registration', { state: 'recalled-after-registration', rank: 9 }],
]);

export interface TrackingFact {
  readonly code: string;
  readonly occurredAt: Date;
}

/**
 * The state that the events of a delivery add up to, and since when: the earliest of those that say it. In whatever order
 * they come, the same events say the same; nothing when none of them says.
 */
export function stateFrom(events: readonly TrackingFact[]): { state: DeliveryState; at: Date } | undefined {
  let found: { state: DeliveryState; rank: number; at: Date } | undefined;
  for (const event of events) {
    const known = states.get(event.code);
    if (known !== undefined && (found === undefined || yieldsTo(found, known.rank, event.occurredAt))) {
      found = { ...known, at: event.occurredAt };
    }
  }
  return found === undefined ? undefined : { state: found.state, at: found.at };
}

function yieldsTo(found: { readonly rank: number; readonly at: Date }, rank: number, at: Date): boolean {
  return rank > found.rank || (rank === found.rank && at < found.at);
}
