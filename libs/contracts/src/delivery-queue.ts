import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id } from './page.js';
import { textField } from './text-field.js';
import { ChannelName } from './vocabulary.js';

const count = z.number().int();
const moment = z.iso.datetime().nullable();

export const ChannelFigures = z
  .object({
    channel: ChannelName,
    waiting: count.describe('To be tried, now or at their next time'),
    underWay: count,
    failed: count.describe('Need attention'),
    handedOver: count.describe('Taken over by a system or a mailbox, not opened or acknowledged yet'),
    oldestAt: moment.describe('Since when the oldest of those that wait waits'),
  })
  .meta({ id: 'ChannelFigures' });
export type ChannelFigures = z.infer<typeof ChannelFigures>;

export const LineView = z
  .object({
    agency: AgencyRef,
    channel: ChannelName,
    waiting: count,
    underWay: count,
    failed: count,
    oldestAt: moment,
    failuresInARow: count,
    openedAt: moment.describe('Since when nothing is tried but a probe from time to time; null while it works'),
    probeAt: moment,
    lastReachedAt: moment,
  })
  .meta({ id: 'RecipientLine' });
export type LineView = z.infer<typeof LineView>;

export const PauseView = z
  .object({
    id: Id,
    channel: ChannelName.nullable().describe('Null for every channel'),
    agency: AgencyRef.nullable().describe('Null for every recipient'),
    reason: z.string(),
    pausedBy: z.string(),
    pausedAt: z.iso.datetime(),
    waiting: count.describe('Deliveries that it holds back'),
  })
  .meta({ id: 'DeliveryPause' });
export type PauseView = z.infer<typeof PauseView>;

export const JobFigures = z
  .object({
    job: z.string(),
    waiting: count.describe('Not run yet, or to be run again'),
    failed: count,
    oldestAt: moment,
  })
  .meta({ id: 'JobFigures' });
export type JobFigures = z.infer<typeof JobFigures>;

export const FailedJob = z
  .object({ id: Id, job: z.string(), payload: z.string(), failure: z.string(), failedAt: z.iso.datetime() })
  .meta({ id: 'FailedJob' });
export type FailedJob = z.infer<typeof FailedJob>;

/** What waits, runs and fails at this moment. */
export const DeliveryQueueView = z
  .object({
    at: z.iso.datetime(),
    channels: z.array(ChannelFigures),
    lines: z.array(LineView).describe('The 200 that need a look most: open ones, then those with most waiting'),
    pauses: z.array(PauseView),
    jobs: z.array(JobFigures),
    failedJobs: z.array(FailedJob).describe('The latest 100'),
  })
  .meta({ id: 'DeliveryQueue' });
export type DeliveryQueueView = z.infer<typeof DeliveryQueueView>;

export const PauseDelivery = z
  .object({
    channel: ChannelName.nullable().default(null),
    agencyId: Id.nullable().default(null),
    reason: textField().trim().min(1).max(500),
  })
  .refine(({ channel, agencyId }) => channel !== null || agencyId !== null, { path: ['channel'] })
  .meta({ id: 'PauseDelivery' });
export type PauseDelivery = z.infer<typeof PauseDelivery>;

export const RetriedJobs = z.object({ count }).meta({ id: 'RetriedJobs' });
export type RetriedJobs = z.infer<typeof RetriedJobs>;
