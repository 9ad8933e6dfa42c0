import type { DocumentAction, DocumentState } from '#contracts';

interface Move {
  readonly from: readonly DocumentState[];
  /** The state after; the same state when a move changes only content. */
  readonly to: DocumentState | null;
}

/**
 * The states of an outgoing document and the moves between them (Decree 30/2020, Art. 9–17):
 * draft → submitted → (returned) → approved → issued → sent → completed.
 */
export const documentMoves = {
  edit: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  issue: { from: ['approved'], to: 'issued' },
  send: { from: ['issued'], to: 'sent' },
  complete: { from: ['sent'], to: 'completed' },
  // By a document of its own, which leaves this one as it is (Decree 30/2020, Art. 18).
  correct: { from: ['issued', 'sent', 'completed'], to: null },
} as const satisfies Record<DocumentAction, Move>;

export function allowsMove(state: DocumentState, action: DocumentAction): boolean {
  const from: readonly DocumentState[] = documentMoves[action].from;
  return from.includes(state);
}
