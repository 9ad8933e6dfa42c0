import type { Post } from '#identity';
import { newId } from '#kernel';
import { anAgency } from './an-agency.js';
import { aPerson } from './a-person.js';
import { insertRow, type Queries } from './insert-row.js';

/** A civil servant of an agency of their own. */
export async function aPost(database: Queries, overrides: Partial<Post> = {}): Promise<Post> {
  return insertRow<Post>(database, 'posts', {
    id: newId(),
    personId: overrides.personId ?? (await aPerson(database)).id,
    agencyId: overrides.agencyId ?? (await anAgency(database)).id,
    role: 'civil-servant',
    position: 'Chuyên viên',
    validFrom: '2000-01-01',
    validTo: null,
    unitId: null,
    signingForms: [],
    ...overrides,
  });
}
