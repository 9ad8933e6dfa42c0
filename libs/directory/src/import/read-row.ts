import {
  type AgencyColumn,
  AgencyContact,
  type AgencyFaultCode,
  type AgencyLevel,
  agencyLevels,
  agencyLevelWords,
  isWritable,
  longestAgencyCode,
} from '#contracts';
import { type ErrorParams, foldVietnamese } from '#kernel';
import { unguarded } from '#platform';
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

/** The cells of one row, checked one by one. */
class Cells {
  readonly faults: ImportFault[] = [];

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<AgencyColumn, number>,
  ) {}

  /** Undefined when the file has no such column. */
  text(column: AgencyColumn): string | undefined {
    const place = this.places.get(column);
    if (place === undefined) {
      return undefined;
    }
    const value = unguarded((this.cells[place] ?? '').trim());
    const limit = longest[column];
    if (limit !== undefined && value.length > limit) {
      this.fault(column, 'too-long', { limit });
    }
    if (!isWritable(value)) {
      this.fault(column, 'unwritable');
    }
    return value;
  }

  required(column: AgencyColumn): string {
    const value = this.text(column) ?? '';
    if (value === '') {
      this.fault(column, 'required');
    }
    return value;
  }

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

  /** Null for an empty cell. */
  day(column: 'validFrom' | 'validTo'): string | null | undefined {
    const value = this.text(column);
    if (value === undefined || value === '') {
      return value === '' ? null : undefined;
    }
    const day = dayFrom(value);
    if (day === undefined) {
      this.fault(column, 'bad-day', { value: value.slice(0, 100) });
    }
    return day ?? null;
  }

  private fault(column: AgencyColumn, code: AgencyFaultCode, params: ErrorParams = {}): void {
    this.faults.push({ row: this.row, column, code, params });
  }
}

/** What a row says, with everything that is wrong in it. */
export function readRow(
  row: number,
  cells: readonly string[],
  places: ReadonlyMap<AgencyColumn, number>,
): { readonly said: ImportRow; readonly faults: readonly ImportFault[] } {
  const read = new Cells(row, cells, places);
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

/** `7/12/2017` or `2017-12-07` as a day that the calendar has. */
function dayFrom(text: string): string | undefined {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day =
    local === null ? text : `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`;
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) {
    return undefined;
  }
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined;
}
