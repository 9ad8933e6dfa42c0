import { type AccessFacts, isKeptFrom, isSharedWith, readsWhatIsNarrowed } from '#access';
import {
  type Actor,
  actsFor,
  type ArrivalAction,
  arrivalActions,
  type ArrivalSource,
  type ArrivalState,
  isPermitted,
  type Permission,
} from '#contracts';
import { allowsMove } from './arrival-lifecycle.js';

/** What the rules need to know of an arrival. */
export interface GuardedArrival {
  readonly agencyId: string;
  readonly state: ArrivalState;
  /** Once it is registered; it stays with what is taken back afterwards. */
  readonly arrivalNumber: number | null;
  readonly access: AccessFacts;
  /** Whether the actor leads the work on it; null while nobody does. */
  readonly leads: boolean | null;
}

const permissionFor = {
  accept: 'arrival:receive',
  refuse: 'arrival:receive',
  forward: 'arrival:receive',
  submit: 'arrival:submit',
  assign: 'arrival:assign',
  comment: 'arrival:handle',
  complete: 'arrival:complete',
  reply: 'document:draft',
  'note-paper': 'arrival:receive',
  correct: 'arrival:receive',
  scan: 'arrival:receive',
} as const satisfies Record<ArrivalAction, Permission>;

/** Who reads it by their own right, and whoever it was shared with: those read and do nothing else. */
export function mayReadArrival(actor: Actor, arrival: GuardedArrival): boolean {
  return readsByOwnRight(actor, arrival) || (isInReach(actor, arrival) && isSharedWith(actor, arrival.access));
}

/**
 * Before registration an arrival is the clerk’s and the leader’s; the agency’s people see it once it is registered,
 * unless reading was narrowed (Decree 30/2020, Annex VI, III.3b).
 */
export function readsByOwnRight(actor: Actor, arrival: GuardedArrival): boolean {
  if (!isInReach(actor, arrival)) {
    return false;
  }
  return (seesUnregistered(actor) || isRegistered(arrival)) && !isNarrowedAway(actor, arrival);
}

export function isRegistered({ arrivalNumber }: Pick<GuardedArrival, 'arrivalNumber'>): boolean {
  return arrivalNumber !== null;
}

/**
 * Whether this person answers what senders ask about documents that are in the register: clerks, and for what is
 * narrowed, perhaps away from them, leaders as well. [own]
 */
export function mayDecide(actor: Actor, arrival: GuardedArrival): boolean {
  const answersNarrowed = arrival.access.restrictedTo !== null && readsWhatIsNarrowed(actor);
  return readsByOwnRight(actor, arrival) && (isPermitted(actor, 'arrival:receive') || answersNarrowed);
}

/** Whether this actor sees arrivals that are not registered. */
export function seesUnregistered(actor: Actor): boolean {
  return isPermitted(actor, 'arrival:receive') || actor.role === 'leader';
}

export function mayDo(actor: Actor, arrival: GuardedArrival, action: ArrivalAction): boolean {
  return (
    readsByOwnRight(actor, arrival) &&
    isPermitted(actor, permissionFor[action]) &&
    (action !== 'complete' || mayEnd(actor, arrival))
  );
}

/** Once somebody leads the work, it is theirs to end, and their leader’s and the clerk’s. [own] */
function mayEnd(actor: Actor, { leads }: GuardedArrival): boolean {
  return leads !== false || isPermitted(actor, 'arrival:assign') || isPermitted(actor, 'arrival:submit');
}

export function actionsOn(
  actor: Actor,
  arrival: GuardedArrival & { readonly source: ArrivalSource; readonly paperArrivedOn: string | null },
): ArrivalAction[] {
  return arrivalActions.filter(
    (action) => allowsMove(arrival.state, action) && fitsItsSource(arrival, action) && mayDo(actor, arrival, action),
  );
}

/** What was entered from paper is the clerk’s to correct and to scan; paper comes once beside what is electronic. */
function fitsItsSource(
  { source, paperArrivedOn }: { readonly source: ArrivalSource; readonly paperArrivedOn: string | null },
  action: ArrivalAction,
): boolean {
  switch (action) {
    case 'correct':
    case 'scan':
      return source === 'paper';
    case 'note-paper':
      return source === 'electronic' && paperArrivedOn === null;
    default:
      return true;
  }
}

function isInReach(actor: Actor, arrival: GuardedArrival): boolean {
  return actsFor(actor, arrival.agencyId) && isPermitted(actor, 'arrival:read');
}

/** Not from the clerk while it waits to be registered: all that arrives is (Decree 30/2020, Art. 22). [own] */
function isNarrowedAway(actor: Actor, { access, state }: GuardedArrival): boolean {
  const waitsForClerk = state === 'arrived' && isPermitted(actor, 'arrival:receive');
  return isKeptFrom(actor, access) && !waitsForClerk;
}
