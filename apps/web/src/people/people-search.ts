import type { Role } from '../api/types.js';

/** In the order in which a list of roles is read. */
export const roles = [
  'civil-servant',
  'leader',
  'clerk',
  'archivist',
  'agency-administrator',
  'system-administrator',
  'auditor',
] as const satisfies readonly Role[];

export interface PeopleSearch {
  search?: string;
  agency?: string;
  role?: Role;
  ended?: boolean;
}

export function peopleSearch(search: Record<string, unknown>): PeopleSearch {
  const role = roles.find((known) => known === search['role']);
  return {
    ...textOf(search, 'search'),
    ...textOf(search, 'agency'),
    ...(role === undefined ? {} : { role }),
    ...(search['ended'] === true ? { ended: true } : {}),
  };
}

export function unitsSearch(search: Record<string, unknown>): { agency?: string } {
  return textOf(search, 'agency');
}

function textOf<Key extends string>(search: Record<string, unknown>, key: Key): { [Name in Key]?: string } {
  const value = search[key];
  return (typeof value === 'string' && value !== '' ? { [key]: value } : {}) as { [Name in Key]?: string };
}
