import type { Unit } from '#identity';
import { newId } from '#kernel';
import { anAgency } from './an-agency.js';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** A division right under an agency of its own. */
export async function aUnit(database: Queries, overrides: Partial<Unit> = {}): Promise<Unit> {
  return insertRow<Unit>(database, 'units', {
    id: newId(),
    agencyId: overrides.agencyId ?? (await anAgency(database)).id,
    parentId: null,
    name: `Phòng số ${nextNumber()}`,
    abbreviation: 'P',
    validFrom: '2000-01-01',
    validTo: null,
    ...overrides,
  });
}
