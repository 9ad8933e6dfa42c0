import type { DocumentAction, DocumentState } from '#contracts';

interface Move {
  readonly from: readonly DocumentState[];
  /** The state after; the same state when a move changes only content. */
  readonly to: DocumentState | null;
}

/** What people do, and the two moves that follow by themselves from submitting and agreeing. */
export type DocumentMove = DocumentAction | 'open-review' | 'finish-review' | 'withdraw-file';

/**
 * The states of an outgoing document and the moves between them (Decree 30/2020, Art. 9–17):
 * draft → (in review) → submitted → (returned) → approved → issued → sent → completed; sent ones can be recalled.
 */
export const documentMoves = {
  edit: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  // With reviewers it goes to them first, and from the last who agrees to the signer by itself.
  'open-review': { from: ['draft', 'returned'], to: 'in-review' },
  agree: { from: ['in-review'], to: null },
  'finish-review': { from: ['in-review'], to: 'submitted' },
  'give-back': { from: ['in-review'], to: 'returned' },
  'call-back': { from: ['in-review'], to: 'draft' },
  // The clerk takes it back because of what was found in its files, while it has not been issued.
  'withdraw-file': { from: ['draft', 'returned', 'in-review', 'submitted', 'approved'], to: 'returned' },
  'keep-version': { from: ['draft', 'returned'], to: null },
  comment: { from: ['draft', 'returned', 'in-review', 'submitted'], to: null },
  return: { from: ['submitted'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  issue: { from: ['approved'], to: 'issued' },
  send: { from: ['issued'], to: 'sent' },
  // Only before it is sent; it stands as cancelled in the register, and nothing of it is deleted. [own]
  'cancel-number': { from: ['issued'], to: 'cancelled' },
  complete: { from: ['sent'], to: 'completed' },
  // To recipients that have none yet; what was sent before stays as it is.
  'send-copies': { from: ['sent', 'completed'], to: null },
  // By a document of its own, which leaves this one as it is (Decree 30/2020, Art. 18).
  correct: { from: ['issued', 'sent', 'completed', 'recalled'], to: null },
  // From all its recipients; from some leaves it as it is (Decree 30/2020, Annex VI, III.8).
  recall: { from: ['sent', 'completed', 'recalled'], to: 'recalled' },
} as const satisfies Record<DocumentMove, Move>;

export function allowsMove(state: DocumentState, action: DocumentMove): boolean {
  const from: readonly DocumentState[] = documentMoves[action].from;
  return from.includes(state);
}
