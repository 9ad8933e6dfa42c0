import type { Role } from '../api/types.js';
import { registerIn, type RegisterSearch } from '../ui/register-search.js';

export const arrivalBoxes = [
  'all',
  'to-receive',
  'to-assign',
  'in-work',
  'completed',
  'refused',
  'asked',
  'taken-back',
  'shared',
] as const;
export type ArrivalBox = (typeof arrivalBoxes)[number];

export interface IncomingSearch extends RegisterSearch {
  box?: ArrivalBox;
  search?: string;
}

export function incomingSearch(search: Record<string, unknown>): IncomingSearch {
  const box = arrivalBoxes.find((known) => known === search['box']);
  return {
    ...registerIn(search),
    ...(box === undefined ? {} : { box }),
    ...(typeof search['search'] === 'string' && search['search'] !== '' ? { search: search['search'] } : {}),
  };
}

/** The boxes that a role works with, the one with its own work first. */
export function boxesOf(role: Role): readonly ArrivalBox[] {
  return role === 'clerk'
    ? ['to-receive', 'in-work', 'completed', 'refused', 'asked', 'taken-back', 'shared', 'all']
    : [
        ...(role === 'leader' ? (['to-assign'] as const) : []),
        'in-work',
        'completed',
        'refused',
        'taken-back',
        'shared',
        'all',
      ];
}
