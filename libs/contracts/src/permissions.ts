import { type Role, roles } from './vocabulary.js';

const administrators = ['agency-administrator', 'system-administrator'] as const;

/**
 * Who may do what, in one table. A permission says that the role may do such a thing at all; whether it may do it to
 * this document, person or agency is for the policies of the libs (own agency, right state).
 */
const table = {
  'document:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'document:draft': ['civil-servant', 'leader', 'clerk'],
  'document:review': ['civil-servant', 'leader', 'clerk'],
  'document:approve': ['leader'],
  'document:issue': ['clerk'],
  'document:decide-held': ['clerk'],
  'document:send': ['clerk'],
  'document:recall': ['clerk'],
  'delivery:operate': ['clerk'],
  'delivery:report': ['clerk'],
  'delivery:operate-all': ['system-administrator'],
  'register:read': ['clerk'],
  'register:keep': ['clerk'],
  'register:configure': administrators,
  'view:share': ['leader', 'clerk'],
  'document:complete': ['civil-servant', 'leader', 'clerk'],
  'arrival:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'arrival:receive': ['clerk'],
  'arrival:submit': ['clerk'],
  'arrival:assign': ['leader'],
  'arrival:handle': ['civil-servant', 'leader', 'clerk'],
  'handling-report:read': ['leader', 'clerk', 'agency-administrator'],
  'arrival:complete': ['civil-servant', 'leader', 'clerk'],
  'archive:read': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'share:read': roles,
  'share:read-all': ['system-administrator', 'auditor'],
  'access:change': ['civil-servant', 'leader', 'clerk'],
  'access:confirm': ['leader'],
  'agency:read': roles,
  'agency:edit-contact': administrators,
  'agency:manage': ['system-administrator'],
  'document-type:manage': ['system-administrator'],
  'calendar:manage': ['system-administrator'],
  'paper-reason:manage': ['system-administrator'],
  'group:read': ['civil-servant', 'leader', 'clerk', ...administrators],
  'group:manage': ['clerk', ...administrators],
  'reorganisation:read': ['system-administrator', 'auditor'],
  'reorganisation:manage': ['system-administrator'],
  'person:read': [...administrators, 'auditor'],
  'person:read-all': ['system-administrator', 'auditor'],
  'person:manage': administrators,
  'person:manage-all': ['system-administrator'],
  'delegation:manage-own': ['civil-servant', 'leader', 'clerk', 'archivist'],
  'client:manage': administrators,
  'client:manage-all': ['system-administrator'],
  'webhook:manage': administrators,
  'webhook:manage-all': ['system-administrator'],
  'security:manage': ['system-administrator'],
  'trail:read': [...administrators, 'auditor'],
  'trail:read-all': ['system-administrator', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

/** What a permission is given to: a role, for an API client cut down to its scopes. */
export interface Grantee {
  readonly role: Role;
  readonly scopes: readonly Permission[] | null;
}

export function isPermitted({ role, scopes }: Grantee, permission: Permission): boolean {
  return (table[permission] as readonly Role[]).includes(role) && (scopes?.includes(permission) ?? true);
}

export function permissionsOf(grantee: Grantee): Permission[] {
  return permissions.filter((permission) => isPermitted(grantee, permission));
}
