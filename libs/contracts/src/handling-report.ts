import { z } from 'zod';
import { Id } from './page.js';
import { dayField } from './text-field.js';

/** Days that one report looks back over at most: a year. [own] */
export const longestReportDays = 366;

const figures = {
  received: z.number().int().describe('Registered documents that arrived in the period'),
  completedInTime: z.number().int().describe('Completed by their day, or without one'),
  completedLate: z.number().int(),
  open: z.number().int().describe('In work, the late ones too'),
  openLate: z.number().int(),
  averageDays: z.number().nullable().describe('Working days from arrival to completion; null while none is completed'),
  medianDays: z.number().nullable(),
};

export const HandlingReportRow = z
  .object({
    unit: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .describe('Of whoever leads the work; null for people of the agency itself, and while nobody leads'),
    isAssigned: z.boolean().describe('Somebody leads'),
    ...figures,
  })
  .meta({ id: 'HandlingReportRow' });
export type HandlingReportRow = z.infer<typeof HandlingReportRow>;

/** Báo cáo tình hình xử lý văn bản đến (Decree 30/2020, Annex VI, V.2). */
export const HandlingReport = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    rows: z.array(HandlingReportRow),
    total: z.object(figures),
  })
  .meta({ id: 'HandlingReport' });
export type HandlingReport = z.infer<typeof HandlingReport>;

export const FindHandlingReport = z.object({
  from: dayField().describe('The first day of arrival'),
  to: dayField().describe('The last day of arrival'),
  agencyId: Id.optional().describe('The own agency, or one whose place it took'),
});
export type FindHandlingReport = z.infer<typeof FindHandlingReport>;
