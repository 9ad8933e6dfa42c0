import type { Person } from '#identity';
import { newId } from '#kernel';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** Somebody who can't sign in: nobody knows a password for them. */
export async function aPerson(database: Queries, overrides: Partial<Person> = {}): Promise<Person> {
  const id = overrides.id ?? newId();
  return insertRow<Person>(database, 'people', {
    id,
    fullName: `Bùi Thị Số ${nextNumber()}`,
    userName: `person-${id}`,
    kind: 'person',
    email: null,
    passwordHash: null,
    passwordTemporary: false,
    disabledAt: null,
    createdAt: new Date(),
    version: 1,
    searchText: '',
    ...overrides,
  });
}
