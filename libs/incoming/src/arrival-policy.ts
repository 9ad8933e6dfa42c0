import {
  type Actor,
  actsFor,
  type ArrivalAction,
  arrivalActions,
  type ArrivalState,
  isPermitted,
  type Permission,
} from '#contracts';
import { allowsMove } from './arrival-lifecycle.js';

/** What the rules need to know of an arrival. */
export interface GuardedArrival {
  readonly agencyId: string;
  readonly state: ArrivalState;
}

const permissionFor = {
  accept: 'arrival:receive',
  refuse: 'arrival:receive',
  complete: 'arrival:complete',
} as const satisfies Record<ArrivalAction, Permission>;

/** Before registration an arrival is the clerk’s and the leader’s; the agency’s people see it once it is registered. */
export function mayReadArrival(actor: Actor, arrival: GuardedArrival): boolean {
  if (!actsFor(actor, arrival.agencyId) || !isPermitted(actor, 'arrival:read')) {
    return false;
  }
  return seesUnregistered(actor) || isRegistered(arrival.state);
}

/** States in which an arrival has its number. */
export const registeredStates = ['accepted', 'completed'] as const satisfies readonly ArrivalState[];

function isRegistered(state: ArrivalState): boolean {
  return (registeredStates as readonly ArrivalState[]).includes(state);
}

/** Whether this actor sees arrivals that are not registered. */
export function seesUnregistered(actor: Actor): boolean {
  return isPermitted(actor, 'arrival:receive') || actor.role === 'leader';
}

export function mayDo(actor: Actor, arrival: GuardedArrival, action: ArrivalAction): boolean {
  return mayReadArrival(actor, arrival) && isPermitted(actor, permissionFor[action]);
}

export function actionsOn(actor: Actor, arrival: GuardedArrival): ArrivalAction[] {
  return arrivalActions.filter((action) => allowsMove(arrival.state, action) && mayDo(actor, arrival, action));
}
