import type { Role } from '../api/types.js';
import { filterIn, type ListFilter } from '../outgoing-list/filter-search.js';
import { registerIn, type RegisterSearch } from '../ui/register-search.js';

export const documentBoxes = [
  'all',
  'mine',
  'to-review',
  'reviewed',
  'to-approve',
  'to-issue',
  'to-send',
  'held',
  'sent',
  'shared',
  'to-know',
] as const;
export type DocumentBox = (typeof documentBoxes)[number];

export interface OutgoingSearch extends RegisterSearch, ListFilter {
  box?: DocumentBox;
  search?: string;
}

export function outgoingSearch(search: Record<string, unknown>): OutgoingSearch {
  const box = documentBoxes.find((known) => known === search['box']);
  return {
    ...registerIn(search),
    ...filterIn(search),
    ...(box === undefined ? {} : { box }),
    ...(typeof search['search'] === 'string' && search['search'] !== '' ? { search: search['search'] } : {}),
  };
}

/** The boxes that a role works with, the one with its own work first. */
export function boxesOf(role: Role): readonly DocumentBox[] {
  switch (role) {
    case 'leader':
      return ['to-approve', 'to-review', 'sent', 'mine', 'reviewed', 'to-know', 'shared', 'all'];
    case 'clerk':
      return ['to-issue', 'to-send', 'held', 'to-review', 'sent', 'mine', 'reviewed', 'to-know', 'shared', 'all'];
    case 'civil-servant':
      return ['mine', 'to-review', 'sent', 'reviewed', 'to-know', 'shared', 'all'];
    case 'archivist':
    case 'agency-administrator':
    case 'system-administrator':
    case 'auditor':
      return ['all', 'sent', 'to-know', 'shared'];
  }
}
