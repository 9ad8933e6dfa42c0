import {
  type AgencyColumn,
  AgencyContact,
  type AgencyFaultCode,
  type AgencyLevel,
  agencyLevels,
  agencyLevelWords,
  longestAgencyCode,
} from '#contracts';
import { foldVietnamese } from '#kernel';
import { Cells } from './cells.js';
import type { ImportFault, ImportRow } from './import-row.js';

/** The same lengths as a form takes. */
const longest: Readonly<Partial<Record<AgencyColumn, number>>> = {
  code: longestAgencyCode,
  code102: longestAgencyCode,
  name: 200,
  abbreviation: 30,
  parent: longestAgencyCode,
  address: 300,
  email: 200,
  phone: 50,
};

const levelOf: ReadonlyMap<string, AgencyLevel> = new Map(
  agencyLevels.flatMap((level) =>
    [level, ...Object.values(agencyLevelWords[level])].map((words) => [foldVietnamese(words), level] as const),
  ),
);

class AgencyCells extends Cells<AgencyColumn, AgencyFaultCode> {
  code(column: AgencyColumn): string | null | undefined {
    const value = this.text(column)?.toUpperCase();
    return value === '' ? null : value;
  }

  level(): AgencyLevel {
    const value = this.required('level');
    const level = levelOf.get(foldVietnamese(value));
    if (level === undefined && value !== '') {
      this.fault('level', 'unknown-level', { value: value.slice(0, 100) });
    }
    return level ?? 'external';
  }

  email(): string | undefined {
    const value = this.text('email');
    if (value !== undefined && !AgencyContact.shape.email.safeParse(value).success) {
      this.fault('email', 'bad-email', { value: value.slice(0, 100) });
    }
    return value;
  }
}

/** What a row says, with everything that is wrong in it. */
export function readRow(
  row: number,
  cells: readonly string[],
  places: ReadonlyMap<AgencyColumn, number>,
): { readonly said: ImportRow; readonly faults: readonly ImportFault[] } {
  const read = new AgencyCells(row, cells, places, longest);
  const said = {
    row,
    code: read.required('code').toUpperCase(),
    code102: read.code('code102'),
    name: read.required('name'),
    abbreviation: read.required('abbreviation'),
    level: read.level(),
    parentCode: read.code('parent'),
    address: read.text('address'),
    email: read.email(),
    phone: read.text('phone'),
    validFrom: read.day('validFrom'),
    validTo: read.day('validTo'),
  };
  return { said, faults: read.faults };
}
