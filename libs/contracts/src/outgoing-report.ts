import { z } from 'zod';
import { Id } from './page.js';
import { dayField } from './text-field.js';

const figures = {
  issued: z.number().int().describe('Documents issued in the period, cancelled ones left out'),
  inTime: z.number().int().describe('Issued by the end of the working day that the decree gives after approval'),
  late: z.number().int(),
  replies: z.number().int().describe('Of those issued: answers to incoming documents'),
  repliesLate: z.number().int().describe('Issued after the day that the incoming document asks for'),
  averageDays: z
    .number()
    .nullable()
    .describe('Working days from the first draft to the issue; null where none is issued'),
  medianDays: z.number().nullable(),
};

export const OutgoingReportRow = z
  .object({
    unit: z.object({ id: Id, name: z.string() }).nullable().describe('Of the drafter; null for people without one'),
    ...figures,
  })
  .meta({ id: 'OutgoingReportRow' });
export type OutgoingReportRow = z.infer<typeof OutgoingReportRow>;

/** Báo cáo tình hình xử lý văn bản đi (Decree 30/2020, Annex VI, V.4). */
export const OutgoingReport = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    rows: z.array(OutgoingReportRow),
    total: z.object(figures),
  })
  .meta({ id: 'OutgoingReport' });
export type OutgoingReport = z.infer<typeof OutgoingReport>;

export const FindOutgoingReport = z.object({
  from: dayField().describe('The first day of issue'),
  to: dayField().describe('The last day of issue'),
  agencyId: Id.optional().describe('The own agency, or one whose place it took'),
});
export type FindOutgoingReport = z.infer<typeof FindOutgoingReport>;
