import type { delegation as vietnamese } from '../vi/delegation.js';
import type { Translation } from '../words.js';

export const delegation: Translation<typeof vietnamese> = {
  title: 'Absences',
  lead: 'While you are away, a colleague of the same agency and role keeps your desk on the days you choose. They sign in their own name; the trail and the document say for whom.',
  make: 'Name a stand-in',
  makeTitle: 'Stand-in for an absence',
  list: 'Stand-ins',
  none: 'There is no stand-in yet',
  noneText: 'Before you travel or go on leave, choose who stands in, so that documents do not have to wait.',
  standIn: 'Stand-in',
  nobody: 'Nobody else in the agency has the same role.',
  from: 'From',
  to: 'Until the end of',
  reason: 'Reason',
  missing: 'Please fill this in.',
  forWhom: '{{standIn}} stands in for {{absent}}',
  days: '{{from}} – {{to}}',
  state: { coming: 'To come', running: 'Running', over: 'Over', revoked: 'Taken back' },
  revoke: 'Take back',
  revokeTitle: 'Take this back?',
  revokeText: '{{standIn}} no longer stands in for {{absent}}, from this moment on.',
  made: 'The stand-in is on record',
  revoked: 'Taken back',
  notForRole: 'Your role has no desk to lend.',
  notForRoleText: 'Administration and auditing are not done by a stand-in.',
};
