import { isPermitted, type Permission } from '#contracts';
import type { Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import type { Desk } from '../desk.js';
import type { Asker, Place } from './askers.js';

/** What the access matrix knows of a route: who is let through, and how to ask. */
export interface MatrixRow {
  /** The permission of the table, or that nobody or everybody who is signed in may ask. */
  readonly needs: Permission | 'signed-in' | 'public';
  /** Where one has to be for the thing to be one’s own; anywhere when left out. */
  readonly at?: readonly Place[];
  /** Roles that reach further than their agency. */
  readonly everywhere?: readonly Asker['role'][];
  /** What the rule asks beyond role and place. */
  readonly also?: (asker: Asker) => boolean;
  /** For people at a screen; another system’s client never gets there. */
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
  const isOwn = row.at?.includes(asker.place) ?? true;
  const reaches = isOwn || row.everywhere?.includes(asker.role) === true;
  return reaches && isPermitted({ role: asker.role, scopes: null }, row.needs) && (row.also?.(asker) ?? true);
}

/**
 * What an answer says about access: who is let through may still be told that the state or the fields are wrong, which
 * nobody else learns.
 */
export function verdictOf(answer: Answer): 'let through' | 'refused' | 'sign in first' {
  switch (answer.status) {
    case 401:
      return answer.problem().code === 'session.required' ? 'sign in first' : 'let through';
    case 403:
    case 404:
      return 'refused';
    default:
      return 'let through';
  }
}
