import { describe, expect, it } from 'vitest';
import { documentStates } from '#contracts';
import { allowsMove, type DocumentMove, documentMoves } from './document-lifecycle.js';

const allowed = new Set([
  'draft edit',
  'draft submit',
  'draft open-review',
  'draft keep-version',
  'draft withdraw-file',
  'in-review withdraw-file',
  'submitted withdraw-file',
  'returned withdraw-file',
  'approved withdraw-file',
  'draft comment',
  'in-review agree',
  'in-review finish-review',
  'in-review give-back',
  'in-review call-back',
  'in-review comment',
  'returned open-review',
  'returned keep-version',
  'returned comment',
  'submitted comment',
  'returned edit',
  'returned submit',
  'submitted return',
  'submitted approve',
  'approved issue',
  'issued send',
  'issued cancel-number',
  'sent complete',
  'issued correct',
  'sent correct',
  'completed correct',
  'sent send-copies',
  'completed send-copies',
  'sent recall',
  'completed recall',
  'recalled recall',
  'recalled correct',
]);

const moves = Object.keys(documentMoves) as DocumentMove[];
const every = documentStates.flatMap((state) => moves.map((action) => ({ state, action })));

describe('the lifecycle of an outgoing document', () => {
  it.each(every)('from $state, $action is as the table says', ({ state, action }) => {
    expect(allowsMove(state, action)).toBe(allowed.has(`${state} ${action}`));
  });

  it('goes to the reviewers and back, and to the signer only when all of them agreed', () => {
    const to = (move: DocumentMove) => documentMoves[move].to;
    expect([to('open-review'), to('agree'), to('finish-review')]).toEqual(['in-review', null, 'submitted']);
    expect([to('give-back'), to('call-back'), to('return')]).toEqual(['returned', 'draft', 'returned']);
  });
});
