import type { Translation } from '../words.js';
import type { late as vi } from '../vi/late.js';

export const late: Translation<typeof vi> = {
  title: 'Late recipients',
  list: 'List of late recipients',
  box: {
    all: 'All',
    'not-arrived': 'Not arrived',
    'not-answered': 'Not accepted',
    'not-completed': 'Past its deadline',
  },
  byRecipient: 'By recipient',
  recipient: 'Recipient',
  total: 'Total',
  showOnly: 'Only {{name}}',
  only: 'Shown: {{name}}',
  showAll: 'Show all recipients',
  due: 'Due {{moment}}',
  empty: 'Nobody is late',
  emptyText:
    'A recipient stands here when a document has not arrived for two hours, was not accepted by the end of the working day, or is past its deadline and not completed.',
  word: {
    'not-arrived': 'Late: not arrived',
    'not-answered': 'Late: not accepted',
    'not-completed': 'Late: past its deadline',
  },
  steps: {
    label: 'Steps of {{name}}',
    sent: 'Sent',
    arrived: 'Arrived',
    accepted: 'Accepted',
    handled: 'In process',
    completed: 'Completed',
    done: 'done',
    waits: 'waits',
  },
  next: {
    arrived: 'Next: it arrives there.',
    answered: 'Next: the recipient accepts or refuses it, by {{moment}}.',
    handled: 'Next: the recipient assigns and handles it.',
    completed: 'Next: the recipient completes it.',
    completedBy: 'Next: the recipient completes it, by {{day}}.',
  },
  tries: 'Tried {{number}} times in vain: {{cause}}.',
  triesOnly: 'Tried {{number}} times in vain.',
  again: 'Again at {{moment}}.',
};
