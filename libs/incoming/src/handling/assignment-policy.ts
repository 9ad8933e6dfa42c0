import { type Actor, type ArrivalState, type AssignmentAction, assignmentActions, isPermitted } from '#contracts';
import { allowsMove } from '../arrival-lifecycle.js';
import type { AssignmentRow } from './assignments.js';

type GuardedAssignment = Pick<AssignmentRow, 'parentId' | 'role' | 'state' | 'unitId' | 'isMine' | 'isHead'>;

/** What this person may do with a part of the work on an arrival that they read. */
export function actionsOnAssignment(
  actor: Actor,
  assignment: GuardedAssignment,
  arrivalState: ArrivalState,
): AssignmentAction[] {
  const { state, isMine } = assignment;
  const isOpen = state === 'open' || state === 'in-process';
  if (!isOpen || !isMine || !allowsMove(arrivalState, 'comment') || !isPermitted(actor, 'arrival:handle')) {
    return [];
  }
  return assignmentActions.filter((action) => allows(action, assignment));
}

/** What a unit got is its head’s to give on and to hand back; whoever works in it may begin. [own] */
function allows(action: AssignmentAction, { parentId, role, state, unitId, isHead }: GuardedAssignment): boolean {
  const answersForIt = unitId === null || isHead;
  switch (action) {
    case 'start':
      return state === 'open';
    case 'assign-on':
      return unitId !== null && isHead;
    case 'hand-back':
      return answersForIt;
    case 'finish':
      // Who leads the whole completes the document itself.
      return answersForIt && !(parentId === null && role === 'lead');
  }
}
