import {
  calendarColumns,
  calendarColumnWords,
  calendarDayKinds,
  type CalendarDayView,
  calendarFaultSentences,
  type CalendarImport,
  calendarKindWords,
  type Language,
  sentence,
} from '#contracts';
import { type CalendarImportOutcome, differingCells } from '#directory';

/** As many as a person reads: the whole count is told beside them. */
const shownFaults = 1_000;
const shownLines = 200;

/** The cells of exported days in the order of the columns. */
export function calendarCells(days: readonly CalendarDayView[], language: Language): string[][] {
  return days.map((day) =>
    calendarColumns.map((column) => (column === 'kind' ? calendarKindWords[day.kind][language] : day[column])),
  );
}

/** What came of a file, with its faults in the reader’s language. */
export function presentCalendarImport(outcome: CalendarImportOutcome, language: Language): CalendarImport {
  const { planned, faults, digest, imported, rowCount, unchanged } = outcome;
  const added = planned.filter(({ before }) => before === null).length;
  return {
    plan: digest,
    imported,
    rowCount,
    added,
    changed: planned.length - added,
    unchanged,
    faultCount: faults.length,
    faults: faults.slice(0, shownFaults).map(({ row, column, code, params }) => ({
      row,
      column: column === null ? null : calendarColumnWords[column][language],
      message: sentence(calendarFaultSentences[code][language], { ...params, kinds: kinds[language] }),
    })),
    lines: planned.slice(0, shownLines).map(({ row, day, before, after }) => ({
      row,
      kind: before === null ? 'added' : 'changed',
      day,
      name: after.name,
      changes: before === null ? [] : changesOf(before, after, language),
    })),
  };
}

type Facts = CalendarImportOutcome['planned'][number]['after'];

const kinds: Readonly<Record<Language, string>> = {
  vi: calendarDayKinds.map((kind) => calendarKindWords[kind].vi).join('; '),
  en: calendarDayKinds.map((kind) => calendarKindWords[kind].en).join('; '),
};

function changesOf(before: Facts, after: Facts, language: Language): CalendarImport['lines'][number]['changes'] {
  const words = (facts: Facts, cell: keyof Facts): string =>
    cell === 'kind' ? calendarKindWords[facts.kind][language] : facts[cell];
  return differingCells(before, after).map((cell) => ({
    column: calendarColumnWords[cell][language],
    before: words(before, cell),
    after: words(after, cell),
  }));
}
