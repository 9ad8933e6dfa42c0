import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id } from './page.js';
import { ChannelName } from './vocabulary.js';

/** What whoever keeps the system running is told of. */
export const alertKinds = ['stuck', 'failing', 'line-open', 'receiver-not-seen'] as const;
export const AlertKind = z.enum(alertKinds).meta({ id: 'AlertKind' });
export type AlertKind = z.infer<typeof AlertKind>;

export const AlertView = z
  .object({
    id: Id,
    kind: AlertKind,
    channel: ChannelName.nullable(),
    agency: AgencyRef.nullable(),
    deliveries: z.number().int(),
    since: z.iso.datetime(),
    toldAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Alert' });
export type AlertView = z.infer<typeof AlertView>;

export const AlertList = z
  .object({ items: z.array(AlertView).describe('Open ones first, then the latest 20 that ended') })
  .meta({ id: 'AlertList' });
export type AlertList = z.infer<typeof AlertList>;

export const WriteAlertSettings = z
  .object({
    mailboxes: z.array(z.email().max(100)).max(20).default([]),
    webhookUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    renewSecret: z.boolean().default(false).describe('Makes a new secret; the one before ends at once'),
  })
  .meta({ id: 'WriteAlertSettings' });
export type WriteAlertSettings = z.infer<typeof WriteAlertSettings>;

export const AlertSettingsView = z
  .object({
    mailboxes: z.array(z.string()),
    webhookUrl: z.string().nullable(),
    canMail: z.boolean().describe('Whether a mail server is set at all'),
    version: z.number().int(),
  })
  .meta({ id: 'AlertSettings' });
export type AlertSettingsView = z.infer<typeof AlertSettingsView>;

export const SavedAlertSettings = z
  .object({
    settings: AlertSettingsView,
    newSecret: z.string().nullable().describe('Made just now, shown this once: nobody can read it again'),
  })
  .meta({ id: 'SavedAlertSettings' });
export type SavedAlertSettings = z.infer<typeof SavedAlertSettings>;
