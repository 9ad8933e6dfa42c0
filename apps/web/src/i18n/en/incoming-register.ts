import type { Translation } from '../words.js';
import type { incomingRegister as vi } from '../vi/incoming-register.js';

export const incomingRegister: Translation<typeof vi> = {
  title: 'Incoming register',
  list: 'Arrival numbers of the register',
  book: { register: 'Register of arrivals', 'follow-up': 'Follow-up of handling' },
  progress: 'Progress',
  anyProgress: 'Any progress',
  progresses: { open: 'Not completed', completed: 'Completed', late: 'Late' },
  passedOn: '(passed on {{day}})',
  replied: '(answered: {{symbols}})',
  doneOn: 'on {{day}}',
  doneLate: 'on {{day}}, late',
  nothing: 'No arrival number matches',
  nothingText: 'Try fewer filters or another year.',
  empty: 'No arrival number this year yet',
  emptyText: 'Every document that is accepted enters the register here by itself.',
};
