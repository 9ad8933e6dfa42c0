import type { ArrivalAction, ArrivalState } from '#contracts';

interface Move {
  readonly from: readonly ArrivalState[];
  readonly to: ArrivalState;
}

/** The states of an incoming document and the moves between them (Decree 30/2020, Art. 20–24). */
export const arrivalMoves = {
  accept: { from: ['arrived'], to: 'accepted' },
  refuse: { from: ['arrived'], to: 'refused' },
  complete: { from: ['accepted'], to: 'completed' },
  // By an outgoing document, which leaves the arrival as it is.
  reply: { from: ['accepted'], to: 'accepted' },
} as const satisfies Record<ArrivalAction, Move>;

export function allowsMove(state: ArrivalState, action: ArrivalAction): boolean {
  const from: readonly ArrivalState[] = arrivalMoves[action].from;
  return from.includes(state);
}
