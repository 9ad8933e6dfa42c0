import type { Role } from './vocabulary.js';

/**
 * Who may do what, in one table. A permission says that the role may do such a thing at all; whether it may do it to
 * this document or arrival is for the policies of the libs (own agency, right state).
 */
const table = {
  'document:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'document:draft': ['civil-servant', 'leader', 'clerk'],
  'document:approve': ['leader'],
  'document:issue': ['clerk'],
  'document:send': ['clerk'],
  'document:complete': ['civil-servant', 'leader', 'clerk'],
  'arrival:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'arrival:receive': ['clerk'],
  'arrival:complete': ['civil-servant', 'leader', 'clerk'],
  'archive:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'share:read': [
    'civil-servant',
    'leader',
    'clerk',
    'archivist',
    'agency-administrator',
    'system-administrator',
    'auditor',
  ],
  'share:read-all': ['system-administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

export function isPermitted(role: Role, permission: Permission): boolean {
  return (table[permission] as readonly Role[]).includes(role);
}

export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => isPermitted(role, permission));
}
