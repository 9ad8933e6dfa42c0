import { describe, expect, it } from 'vitest';
import { unchangedAccess } from '#access';
import type { Actor, DocumentState, Role } from '#contracts';
import { actionsOn, type GuardedDocument, mayDo, mayReadDocument, noReview } from './document-policy.js';

const actor = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  personId: 'person',
  postId: 'post',
  agencyId: 'agency',
  agencyLevel: 'department',
  role,
  fullName: 'Nguyễn Thị Hoa',
  position: 'Chuyên viên',
  predecessorIds: [],
  delegatedPostIds: [],
  scopes: null,
  ...overrides,
});

const document = (state: DocumentState, overrides: Partial<GuardedDocument> = {}): GuardedDocument => ({
  agencyId: 'agency',
  drafterPostId: 'post',
  signerPostId: 'post',
  state,
  access: unchangedAccess,
  reviewFacts: noReview,
  isHeld: false,
  ...overrides,
});

describe('who may read a document', () => {
  it('is nobody of another agency, whatever the role', () => {
    for (const role of ['civil-servant', 'leader', 'clerk', 'system-administrator', 'auditor'] as const) {
      expect(mayReadDocument(actor(role, { agencyId: 'other' }), document('sent'))).toBe(false);
    }
  });

  it('is its drafter alone while it is a draft or returned', () => {
    expect(mayReadDocument(actor('civil-servant'), document('draft'))).toBe(true);
    expect(mayReadDocument(actor('leader', { postId: 'leader' }), document('draft'))).toBe(false);
    expect(mayReadDocument(actor('leader', { postId: 'leader' }), document('submitted'))).toBe(true);
  });

  it('is the clerk as well while it is held for what was found in its files, and nobody else', () => {
    const held = document('draft', { drafterPostId: 'other', signerPostId: 'other', isHeld: true });
    expect(mayReadDocument(actor('clerk'), held)).toBe(true);
    expect(mayDo(actor('clerk'), held, 'edit')).toBe(false);
    expect(mayReadDocument(actor('leader'), held)).toBe(false);
    expect(mayReadDocument(actor('clerk', { agencyId: 'other' }), held)).toBe(false);
  });

  it('is not an administrator: running the system is not reading its documents', () => {
    expect(mayReadDocument(actor('system-administrator'), document('sent'))).toBe(false);
  });
});

describe('what people may do', () => {
  it.each([
    ['civil-servant', 'draft', ['edit', 'submit', 'keep-version', 'comment']],
    ['civil-servant', 'in-review', ['comment', 'call-back']],
    ['civil-servant', 'submitted', ['comment']],
    ['leader', 'submitted', ['comment', 'return', 'approve']],
    ['clerk', 'submitted', ['comment']],
    ['clerk', 'approved', ['issue']],
    ['leader', 'approved', []],
    ['clerk', 'issued', ['send', 'correct', 'cancel-number']],
    ['civil-servant', 'sent', ['complete', 'correct']],
    ['clerk', 'completed', ['correct', 'send-copies', 'recall']],
    ['archivist', 'completed', []],
  ] as const)('as %s with a document that is %s: %j', (role, state, actions) => {
    expect(actionsOn(actor(role), document(state))).toEqual(actions);
  });

  it('includes approval for the signer alone, and giving back for every leader', () => {
    const other = actor('leader', { postId: 'other' });
    expect(actionsOn(other, document('submitted'))).toEqual(['comment', 'return']);
    expect(mayDo(other, document('submitted'), 'approve')).toBe(false);
  });

  it('never includes editing what someone else drafted', () => {
    expect(mayDo(actor('clerk', { postId: 'clerk' }), document('returned'), 'edit')).toBe(false);
  });
});

describe('those whose opinion is asked', () => {
  const reviewFacts = { readers: ['head', 'deputy'], asked: ['head'] };
  const head = actor('leader', { postId: 'head' });
  const deputy = actor('clerk', { postId: 'deputy' });
  const inState = (state: DocumentState) => document(state, { drafterPostId: 'drafter', reviewFacts });

  it('read it in every state, before and after it is on the agency’s desk, also where it is narrowed', () => {
    for (const state of ['draft', 'in-review', 'returned', 'submitted', 'sent'] as const) {
      const narrowed = { ...inState(state), access: { restrictedTo: [], sharedWith: [] } };
      expect(mayReadDocument(deputy, narrowed)).toBe(true);
    }
  });

  it('keep others out while it is in review: leaders, clerks and colleagues', () => {
    for (const role of ['leader', 'clerk', 'civil-servant', 'archivist'] as const) {
      expect(mayReadDocument(actor(role, { postId: 'other' }), inState('in-review'))).toBe(false);
    }
  });

  it('agree or give back when they are asked, and only then; a stand-in does it for them', () => {
    expect(actionsOn(head, inState('in-review'))).toEqual(['comment', 'agree', 'give-back']);
    expect(actionsOn(deputy, inState('in-review'))).toEqual(['comment']);
    const standIn = actor('leader', { postId: 'stand-in', delegatedPostIds: ['head'] });
    expect(actionsOn(standIn, inState('in-review'))).toEqual(['comment', 'agree', 'give-back']);
    expect(mayDo(actor('leader', { postId: 'other' }), inState('submitted'), 'agree')).toBe(false);
  });

  it('never take its drafter’s moves', () => {
    for (const action of ['edit', 'submit', 'call-back', 'keep-version'] as const) {
      expect(mayDo(head, inState('in-review'), action)).toBe(false);
    }
  });

  it('are an archivist never', () => {
    expect(mayDo(actor('archivist', { postId: 'head' }), inState('in-review'), 'agree')).toBe(false);
  });
});

describe('a document of an agency that was closed', () => {
  const successor = (role: Role): Actor =>
    actor(role, { agencyId: 'new', postId: 'new-post', predecessorIds: ['agency'] });

  it('is read, sent and completed by the people of the one that took its place', () => {
    expect(mayReadDocument(successor('civil-servant'), document('completed'))).toBe(true);
    expect(actionsOn(successor('clerk'), document('issued'))).toEqual(['send', 'correct', 'cancel-number']);
    expect(actionsOn(successor('leader'), document('sent'))).toEqual(['complete', 'correct']);
  });

  it('is nobody’s who only stands above or beside it', () => {
    const beside = actor('clerk', { agencyId: 'beside', predecessorIds: ['another'] });
    expect(mayReadDocument(beside, document('sent'))).toBe(false);
  });
});
