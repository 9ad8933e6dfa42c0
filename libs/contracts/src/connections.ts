import { z } from 'zod';
import { ConnectionChannel, DeliveryCause } from './vocabulary.js';

export const webhookUrl = z.url({ protocol: /^https?$/ }).max(500);
const mailbox = z.email().max(100);

/** How an agency is reached, as its administrator sets it. */
export const WriteConnection = z
  .object({
    channel: ConnectionChannel,
    webhookUrl: webhookUrl
      .nullable()
      .default(null)
      .describe('Where its own e-office system takes documents; required for `webhook`'),
    mailbox: mailbox.nullable().default(null).describe('Where notices go; required for `email`'),
    showsOpening: z.boolean().default(false).describe('Whether senders see when a document of theirs was first opened'),
  })
  .meta({ id: 'WriteConnection' });
export type WriteConnection = z.infer<typeof WriteConnection>;

export const ConnectionView = z
  .object({
    channel: ConnectionChannel,
    webhookUrl: z.string().nullable(),
    mailbox: z.string().nullable(),
    showsOpening: z.boolean(),
    hasSecret: z.boolean(),
    hasOlderSecret: z.boolean().describe('The secret before still works: messages carry both signatures'),
    version: z.number().int().describe('0 before it was ever set'),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'Connection' });
export type ConnectionView = z.infer<typeof ConnectionView>;

export const SavedConnection = z
  .object({
    connection: ConnectionView,
    newSecret: z.string().nullable().describe('Made just now, shown this once: nobody can read it again'),
  })
  .meta({ id: 'SavedConnection' });
export type SavedConnection = z.infer<typeof SavedConnection>;

export const ConnectionTest = z
  .object({
    reached: z.boolean().describe('The other system answered with 2xx'),
    status: z.number().int().nullable(),
    cause: DeliveryCause.nullable().describe('Why it was not; a delivery would fail of the same'),
    detail: z.string().describe('What it said, or why it was not reached'),
  })
  .meta({ id: 'ConnectionTest' });
export type ConnectionTest = z.infer<typeof ConnectionTest>;
