import { createHash } from 'node:crypto';
import type { AgencyColumn, AgencyLevel } from '#contracts';
import type { ImportFault } from './import-row.js';
import { inSlices } from './in-slices.js';

/** What a file can say of an agency; the one above by its code, because it may be new as well. */
export interface ImportedFacts {
  readonly code: string;
  readonly code102: string | null;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyLevel;
  readonly parentCode: string | null;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
}

export interface AddedAgency {
  readonly row: number;
  readonly facts: ImportedFacts;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface ChangedAgency {
  readonly row: number;
  readonly id: string;
  readonly version: number;
  readonly before: ImportedFacts;
  readonly after: ImportedFacts;
}

/** What a file would do to the directory as it is. */
export interface ImportPlan {
  readonly rowCount: number;
  readonly unchanged: number;
  readonly added: readonly AddedAgency[];
  readonly changed: readonly ChangedAgency[];
  readonly faults: readonly ImportFault[];
}

const factColumns = {
  code: 'code',
  code102: 'code102',
  name: 'name',
  abbreviation: 'abbreviation',
  level: 'level',
  parentCode: 'parent',
  address: 'address',
  email: 'email',
  phone: 'phone',
} as const satisfies Record<keyof ImportedFacts, AgencyColumn>;

export const importedFacts = Object.keys(factColumns) as readonly (keyof ImportedFacts)[];

export function columnOfFact(fact: keyof ImportedFacts): AgencyColumn {
  return factColumns[fact];
}

export function differingFacts(before: ImportedFacts, after: ImportedFacts): (keyof ImportedFacts)[] {
  return importedFacts.filter((fact) => before[fact] !== after[fact]);
}

/** One value for one plan: when the directory changed so that the file would do something else, it is another. */
export async function digestOf({ added, changed }: ImportPlan): Promise<string> {
  const digest = createHash('sha256');
  await inSlices(added, ({ facts, validFrom, validTo }) => {
    digest.update(JSON.stringify([...importedFacts.map((fact) => facts[fact]), validFrom, validTo]));
  });
  await inSlices(changed, ({ id, before, after }) => {
    digest.update(JSON.stringify([id, ...importedFacts.flatMap((fact) => [before[fact], after[fact]])]));
  });
  return digest.digest('hex');
}
