import type { paperReasons as vi } from '../vi/paper-reasons.js';
import type { Translation } from '../words.js';

export const paperReasons: Translation<typeof vi> = {
  title: 'Reasons for paper',
  lead: 'Drafters choose from this list when paper is sent. What was sent keeps the words of its day.',
  list: 'List of reasons for paper',
  add: 'Add a reason',
  edit: 'Edit “{{name}}”',
  name: 'Reason',
  needsWords: 'Needs words',
  needsWordsHint: 'The drafter has to explain it in words.',
  inUse: 'In use',
  retired: 'No longer used',
  retire: 'No longer offer it',
  save: 'Save',
  missing: 'Please write the reason.',
  added: '“{{name}}” was added',
  saved: '“{{name}}” was saved',
};
