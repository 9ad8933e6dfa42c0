import type { Agency } from '#directory';
import { foldVietnamese, newId } from '#kernel';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** A department, open since 2000. */
export async function anAgency(database: Queries, overrides: Partial<Agency> = {}): Promise<Agency> {
  const number = nextNumber();
  const code = overrides.code ?? `T${number}.${newId().slice(-12).toUpperCase()}`;
  const name = overrides.name ?? `Sở số ${number}`;
  const abbreviation = overrides.abbreviation ?? `S${number}`;
  return insertRow<Agency>(database, 'agencies', {
    id: newId(),
    code,
    code102: null,
    name,
    abbreviation,
    level: 'department',
    parentId: null,
    validFrom: '2000-01-01',
    validTo: null,
    address: '',
    email: '',
    phone: '',
    version: 1,
    searchKeys: [],
    searchText: foldVietnamese(`${name} ${abbreviation} ${code}`),
    ...overrides,
  });
}
