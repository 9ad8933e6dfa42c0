/**
 * What verifying finds:
 * - `changed`, `removed`, `inserted`: an entry that is not as it was sealed, is gone, or was never recorded
 * - `seal-removed`: a place in the middle of a chain is empty
 * - `tail-cut`: a chain is shorter than its last anchor says
 * - `rewritten`: a chain fits together, but not with what was anchored
 * - `anchor-changed`, `anchor-removed`: an anchor is not as it was made, or is gone
 */
export type AuditFaultKind =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'seal-removed'
  | 'tail-cut'
  | 'rewritten'
  | 'anchor-changed'
  | 'anchor-removed';

/** One place where the trail is not what was recorded. */
export interface AuditFault {
  readonly fault: AuditFaultKind;
  /** The agency’s id, `system`, or `anchors`. */
  readonly chain: string;
  /** The place in the chain, for anchors their number; null for an entry that no chain holds. */
  readonly position: number | null;
  /** Null where no row is left that would tell. */
  readonly entryId: string | null;
  /** When it was recorded, or else sealed or anchored, as far as a row that is left tells. */
  readonly at: Date | null;
}

/** The chain of a fault in the anchors themselves. */
export const anchorChain = 'anchors';
