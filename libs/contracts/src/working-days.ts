import { z } from 'zod';
import { exportForm, importLine, importOutcome } from './file-import.js';
import { dayField, textField } from './text-field.js';

export const calendarDayKinds = ['off', 'worked'] as const;
export const CalendarDayKind = z
  .enum(calendarDayKinds)
  .describe('`off`: a holiday, or a weekday that is made up for; `worked`: a Saturday or Sunday that is worked')
  .meta({ id: 'CalendarDayKind' });
export type CalendarDayKind = z.infer<typeof CalendarDayKind>;

export const CalendarDayKey = dayField();

/** A day that differs from the week, in which Monday to Friday are worked. */
export const CalendarDayView = z
  .object({
    day: z.iso.date(),
    kind: CalendarDayKind,
    name: z.string(),
    basis: z.string().describe('Number of the decision, or the article of the law'),
    version: z.number().int().describe('Goes up with every change; also the ETag'),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDayView = z.infer<typeof CalendarDayView>;

export const CalendarYearView = z
  .object({
    year: z.number().int(),
    hasNewYear: z.boolean().describe('Whether days off for Tết have been entered: they are decided year by year'),
    unready: z
      .array(z.number().int())
      .describe('Years near enough to ask for their days of Tết, which nobody has entered'),
    days: z.array(CalendarDayView),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYearView = z.infer<typeof CalendarYearView>;

export const FindCalendarYear = z.object({ year: z.coerce.number().int().min(1946).max(2999) });
export type FindCalendarYear = z.infer<typeof FindCalendarYear>;

export const SetCalendarDay = z
  .object({
    kind: CalendarDayKind,
    name: textField().trim().min(1).max(200),
    basis: textField().trim().min(1).max(300),
  })
  .meta({ id: 'SetCalendarDay' });
export type SetCalendarDay = z.infer<typeof SetCalendarDay>;

export const ExportCalendar = z.object({ ...FindCalendarYear.shape, ...exportForm });
export type ExportCalendar = z.infer<typeof ExportCalendar>;

export const CalendarImportLine = z.object({ ...importLine, day: z.iso.date() }).meta({ id: 'CalendarImportLine' });

export const CalendarImport = z
  .object({
    ...importOutcome,
    lines: z.array(CalendarImportLine).describe('The first two hundred of what is added or changed, by row'),
  })
  .meta({ id: 'CalendarImport' });
export type CalendarImport = z.infer<typeof CalendarImport>;
