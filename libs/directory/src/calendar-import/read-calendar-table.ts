import {
  type CalendarColumn,
  calendarColumns,
  calendarColumnWords,
  type CalendarDayKind,
  calendarDayKinds,
  type CalendarFaultCode,
  calendarKindWords,
  otherCalendarColumnWords,
} from '#contracts';
import { foldVietnamese, isWeekday } from '#kernel';
import { Cells } from '../import/cells.js';
import type { FileFault } from '../import/read-headers.js';
import { readTable, type ReadTable } from '../import/read-table.js';

export type CalendarFault = FileFault<CalendarColumn, CalendarFaultCode>;

/** What a row says; null where it can’t be understood. */
export interface CalendarRow {
  readonly row: number;
  readonly day: string | null;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly basis: string;
}

export type CalendarTable = ReadTable<CalendarColumn, CalendarRow, CalendarFaultCode>;

/** A year has some twenty such days. */
const limits = { csv: 1_001, xlsx: 1_001 };

const columns = {
  names: calendarColumns,
  required: calendarColumns,
  words: calendarColumnWords,
  otherWords: otherCalendarColumnWords,
} as const;

/** The same lengths as the form takes. */
const longest = { name: 200, basis: 300 } as const;

const kindOf: ReadonlyMap<string, CalendarDayKind> = new Map(
  calendarDayKinds.flatMap((kind) =>
    [kind, ...Object.values(calendarKindWords[kind])].map((words) => [foldVietnamese(words), kind] as const),
  ),
);

/**
 * Reads a file of days as far as it can be understood by itself.
 *
 * @throws DomainError as `readTable` does.
 */
export async function readCalendarTable(content: Buffer): Promise<CalendarTable> {
  return readTable(content, { columns, limits, readRow });
}

function readRow(
  row: number,
  cells: readonly string[],
  places: ReadonlyMap<CalendarColumn, number>,
): { readonly said: CalendarRow; readonly faults: readonly CalendarFault[] } {
  const read = new Cells<CalendarColumn, CalendarFaultCode>(row, cells, places, longest);
  const day = dayOf(read);
  const kind = kindIn(read);
  if (day !== null && kind === 'worked' && isWeekday(day)) {
    read.fault('kind', 'worked-anyway');
  }
  const said = { row, day, kind: kind ?? 'off', name: read.required('name'), basis: read.required('basis') };
  return { said, faults: read.faults };
}

function dayOf(read: Cells<CalendarColumn, CalendarFaultCode>): string | null {
  const day = read.day('day') ?? null;
  if (day === null && read.text('day') === '') {
    read.fault('day', 'required');
  }
  return day;
}

function kindIn(read: Cells<CalendarColumn, CalendarFaultCode>): CalendarDayKind | undefined {
  const value = read.required('kind');
  const kind = kindOf.get(foldVietnamese(value));
  if (kind === undefined && value !== '') {
    read.fault('kind', 'unknown-kind', { value: value.slice(0, 100) });
  }
  return kind;
}
