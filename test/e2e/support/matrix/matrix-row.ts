import { isPermitted, type Permission } from '#contracts';
import type { Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import type { Desk } from '../desk.js';
import type { Asker, Place } from './askers.js';

/** What the access matrix knows of a route: who is let through, and how to ask. */
export interface MatrixRow {
  /** The permission of the table, or that nobody or everybody who is signed in may ask. */
  readonly needs: Permission | 'signed-in' | 'public';
  /** Another permission that opens it as well. */
  readonly orNeeds?: Permission;
  /** Where one has to be for the thing to be one’s own; anywhere when left out. */
  readonly at?: readonly Place[];
  /** The permission with which one reaches further than the own agency. */
  readonly beyond?: Permission;
  /** What the rule asks beyond role and place. */
  readonly also?: (asker: Asker) => boolean;
  /** Another system gets there as well, whatever its scope. */
  readonly clientsToo?: true;
  /** For people at a screen: another system never gets there, whatever its scope. */
  readonly peopleOnly?: true;
  /** What is asked about: made anew once somebody was allowed to use it up. */
  readonly thing?: (desk: Desk) => Promise<string>;
  readonly ask: (by: Caller, thing: string, desk: Desk) => Promise<Answer>;
}

export type MatrixRows = Readonly<Record<string, MatrixRow>>;

/** Whether the permission table and the row let this person through. */
export function isLetThrough(row: MatrixRow, asker: Asker): boolean {
  if (row.needs === 'public' || row.needs === 'signed-in') {
    return row.also?.(asker) ?? true;
  }
  const grantee = { role: asker.role, scopes: null };
  const isOwn = row.at?.includes(asker.place) ?? true;
  const reaches = isOwn || (row.beyond !== undefined && isPermitted(grantee, row.beyond));
  const permitted = [row.needs, row.orNeeds].some((needed) => needed !== undefined && isPermitted(grantee, needed));
  return reaches && permitted && (row.also?.(asker) ?? true);
}

/** What the system with too little scope was granted: no more than to look up agencies. */
export const littleScope = 'agency:read';

/** Whether a system reaches the route, though its role would allow more than its scope does. */
export function isLetThroughWithLittleScope({ needs, also, clientsToo, peopleOnly }: MatrixRow): boolean {
  const isScoped = needs === littleScope && peopleOnly !== true;
  return (needs === 'public' && also === undefined) || isScoped || clientsToo === true;
}

/**
 * What an answer says about access: who is let through may still be told that the state or the fields are wrong, which
 * nobody else learns.
 */
export function verdictOf(answer: Answer): 'let through' | 'refused' | 'sign in first' {
  if (answer.status < 400) {
    return 'let through';
  }
  if (answer.status >= 500) {
    throw new Error(`answered ${answer.status}: ${answer.text}`);
  }
  switch (answer.problem().code) {
    case 'session.required':
      return 'sign in first';
    case 'permission.denied':
    case 'not-found':
    case 'api-client.people-only':
      return 'refused';
    default:
      return 'let through';
  }
}
