import { createHash } from 'node:crypto';
import type { CalendarColumn, SetCalendarDay } from '#contracts';
import type { CalendarFault, CalendarRow, CalendarTable } from './read-calendar-table.js';

export interface PlannedDay {
  readonly row: number;
  readonly day: string;
  /** Null for a day that is as the week has it. */
  readonly before: SetCalendarDay | null;
  readonly after: SetCalendarDay;
}

/** What a file would do to the calendar as it is; days that it does not name stay. */
export interface CalendarPlan {
  readonly rowCount: number;
  readonly unchanged: number;
  /** In the order of the rows. */
  readonly planned: readonly PlannedDay[];
  readonly faults: readonly CalendarFault[];
  /** One value for one plan: when the calendar changed so that the file would do something else, it is another. */
  readonly digest: string;
}

const facts = ['kind', 'name', 'basis'] as const satisfies readonly CalendarColumn[];

export function differingCells(before: SetCalendarDay, after: SetCalendarDay): (typeof facts)[number][] {
  return facts.filter((fact) => before[fact] !== after[fact]);
}

/** Compares a file with the days that the calendar has. */
export function planCalendarImport(
  { rowCount, rows, faults }: CalendarTable,
  known: ReadonlyMap<string, SetCalendarDay>,
): CalendarPlan {
  const firstRowOf = new Map<string, number>();
  const found: CalendarFault[] = [...faults];
  const planned: PlannedDay[] = [];
  let unchanged = 0;
  for (const said of rows.filter(hasDay)) {
    const { row, day, kind, name, basis } = said;
    const firstRow = firstRowOf.get(day);
    if (firstRow !== undefined) {
      found.push({ row, column: 'day', code: 'day-twice', params: { row: firstRow } });
      continue;
    }
    firstRowOf.set(day, row);
    const before = known.get(day) ?? null;
    const after = { kind, name, basis };
    if (before !== null && differingCells(before, after).length === 0) {
      unchanged += 1;
    } else {
      planned.push({ row, day, before, after });
    }
  }
  const digest = createHash('sha256').update(JSON.stringify(planned.map(({ row: _row, ...rest }) => rest)));
  const inOrder = found.toSorted((a, b) => a.row - b.row);
  return { rowCount, unchanged, planned, faults: inOrder, digest: digest.digest('hex') };
}

function hasDay(row: CalendarRow): row is CalendarRow & { readonly day: string } {
  return row.day !== null;
}
