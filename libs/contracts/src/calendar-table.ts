import type { Language } from './errors.js';
import { importFaultSentences } from './file-import.js';
import type { CalendarDayKind } from './working-days.js';

type Words = Readonly<Record<Language, string>>;

/** The columns of the calendar as a table, in their order: what is exported can be imported again. */
export const calendarColumns = ['day', 'kind', 'name', 'basis'] as const;
export type CalendarColumn = (typeof calendarColumns)[number];

export const calendarColumnWords: Readonly<Record<CalendarColumn, Words>> = {
  day: { vi: 'Ngày', en: 'Day' },
  kind: { vi: 'Loại ngày', en: 'Kind' },
  name: { vi: 'Tên', en: 'Name' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
};

/** What else stands over such a column in the tables of others; case, diacritics and signs do not matter. */
export const otherCalendarColumnWords: Readonly<Record<CalendarColumn, readonly string[]>> = {
  day: ['date', 'ngay thang'],
  kind: ['loai', 'type'],
  name: ['ten ngay', 'ten ngay le', 'noi dung', 'holiday'],
  basis: ['so van ban', 'van ban', 'quyet dinh', 'decision'],
};

export const calendarKindWords: Readonly<Record<CalendarDayKind, Words>> = {
  off: { vi: 'Nghỉ', en: 'Day off' },
  worked: { vi: 'Làm bù', en: 'Worked' },
};

/** What can be wrong in a file of days, in a sentence for the person who made it. */
export const calendarFaultSentences = {
  ...importFaultSentences,
  'unknown-kind': {
    vi: 'Không có loại ngày “{value}”. Viết: {kinds}.',
    en: 'There is no kind “{value}”. Write: {kinds}.',
  },
  'day-twice': { vi: 'Ngày này đã có ở dòng {row}.', en: 'This day stands in row {row} already.' },
  'worked-anyway': {
    vi: 'Ngày này là ngày trong tuần, vốn đã làm việc; chỉ thứ bảy, chủ nhật mới ghi làm bù.',
    en: 'This is a weekday, which is worked anyway; only a Saturday or Sunday can be worked for another day.',
  },
} as const satisfies Record<string, Words>;

export type CalendarFaultCode = keyof typeof calendarFaultSentences;
