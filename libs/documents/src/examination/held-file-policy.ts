import { type Actor, actsFor, type DocumentState, isPermitted } from '#contracts';
import { allowsMove } from '../document-lifecycle.js';
import { type CheckRow, stateOf } from './check-row.js';

/** Whether the clerk may say that a marked file is not classified: once, while the document has not been issued. */
export function mayRelease(actor: Actor, agencyId: string, state: DocumentState, file: StateFacts): boolean {
  return maySay(actor, agencyId, state) && stateOf(file) === 'held';
}

/**
 * Whether the clerk may take the document back because of a file: a marked one leaves it for good; one with malware goes
 * back to the drafter, who alone takes it off, so there is nothing to do while they have it.
 */
export function mayWithdraw(actor: Actor, agencyId: string, state: DocumentState, file: StateFacts): boolean {
  const isWithDrafter = allowsMove(state, 'edit');
  return (
    maySay(actor, agencyId, state) && (stateOf(file) === 'held' || (stateOf(file) === 'infected' && !isWithDrafter))
  );
}

type StateFacts = Pick<CheckRow, 'malware' | 'stamp'>;

function maySay(actor: Actor, agencyId: string, state: DocumentState): boolean {
  return actsFor(actor, agencyId) && isPermitted(actor, 'document:decide-held') && allowsMove(state, 'withdraw-file');
}
