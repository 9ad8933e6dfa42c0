import { describe, expect, it } from 'vitest';
import { documentActions, documentStates } from '#contracts';
import { allowsMove } from './document-lifecycle.js';

const allowed = new Set([
  'draft edit',
  'draft submit',
  'returned edit',
  'returned submit',
  'submitted return',
  'submitted approve',
  'approved issue',
  'issued send',
  'sent complete',
  'issued correct',
  'sent correct',
  'completed correct',
]);

const every = documentStates.flatMap((state) => documentActions.map((action) => ({ state, action })));

describe('the lifecycle of an outgoing document', () => {
  it.each(every)('from $state, $action is as the table says', ({ state, action }) => {
    expect(allowsMove(state, action)).toBe(allowed.has(`${state} ${action}`));
  });
});
