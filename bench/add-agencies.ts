import type { Client } from 'pg';
import { foldVietnamese, newId } from '#kernel';

/** So many communes on this system beside those of the province; gives their ids. */
export async function addAgencies(database: Client, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await database.query(
    `INSERT INTO agencies (id, code, name, abbreviation, level, valid_from, search_text)
     SELECT id, 'B.' || place, 'Ủy ban nhân dân xã số ' || place, 'X' || place, 'commune', '2000-01-01', $2 || place
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given(id, place)`,
    [ids, foldVietnamese('Ủy ban nhân dân xã số ')],
  );
  await database.query('ANALYZE agencies');
  return ids;
}
