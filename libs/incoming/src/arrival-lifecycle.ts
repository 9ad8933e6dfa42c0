import { type ArrivalAction, type ArrivalState, arrivalStatesInWork } from '#contracts';

interface Move {
  readonly from: readonly ArrivalState[];
  /** Null where the state stays, or follows from more than the action. */
  readonly to: ArrivalState | null;
}

/** The states of an incoming document and the moves between them (Decree 30/2020, Art. 20–24). */
export const arrivalMoves = {
  accept: { from: ['arrived'], to: 'accepted' },
  refuse: { from: ['arrived'], to: 'refused' },
  // To whom it should have gone; here it ends as refused.
  forward: { from: ['arrived'], to: 'refused' },
  submit: { from: ['accepted', 'submitted'], to: 'submitted' },
  assign: { from: arrivalStatesInWork, to: 'assigned' },
  comment: { from: arrivalStatesInWork, to: null },
  complete: { from: arrivalStatesInWork, to: 'completed' },
  // By an outgoing document, which leaves the arrival as it is.
  reply: { from: arrivalStatesInWork, to: null },
  'note-paper': { from: ['arrived', ...arrivalStatesInWork, 'completed'], to: null },
  // The archive keeps what was completed as it was.
  correct: { from: arrivalStatesInWork, to: null },
  scan: { from: arrivalStatesInWork, to: null },
} as const satisfies Record<ArrivalAction, Move>;

/** The actions that change the state. */
export type ArrivalMove = Exclude<ArrivalAction, 'comment' | 'reply' | 'note-paper' | 'correct' | 'scan'>;

export function allowsMove(state: ArrivalState, action: ArrivalAction): boolean {
  const from: readonly ArrivalState[] = arrivalMoves[action].from;
  return from.includes(state);
}
