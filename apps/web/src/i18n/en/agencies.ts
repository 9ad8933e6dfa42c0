import type { agencies as vi } from '../vi/agencies.js';
import type { Translation } from '../words.js';

export const agencies: Translation<typeof vi> = {
  title: 'Agencies',
  list: 'List of agencies',
  search: 'Find a name, code or abbreviation…',
  empty: 'There are no agencies yet',
  emptyText: 'The directory says where a document can be sent. Add agencies one by one, or import them from a file.',
};
