import { z } from 'zod';
import { DocumentPart } from './documents.js';
import { Id } from './page.js';
import { Urgency } from './vocabulary.js';

const agency = z.object({ code: z.string(), name: z.string() });

/** A file of a delivered document: its bytes are behind the link, and are right when they have the digest. */
export const DeliveredFile = z.object({
  part: DocumentPart,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number().int().describe('In bytes'),
  digest: z.string().describe('SHA-256 of the bytes, in hex'),
  url: z.url(),
});
export type DeliveredFile = z.infer<typeof DeliveredFile>;

export const FetchDeliveredFile = z.object({ key: z.string().max(500).default('').describe('As the link has it') });
export type FetchDeliveredFile = z.infer<typeof FetchDeliveredFile>;

/**
 * What an agency’s own e-office system is sent, as a webhook of Standard Webhooks. Names follow Decree 30/2020, Annex VI,
 * as everywhere in this API.
 */
export const DeliveryMessage = z
  .object({
    type: z.literal('document.delivered'),
    timestamp: z.iso.datetime(),
    data: z.object({
      deliveryId: Id.describe('The same on every try: what a repetition is known by'),
      kind: z.enum(['new', 'update', 'replace']),
      about: z
        .object({ deliveryId: Id, symbol: z.string(), issuedOn: z.iso.date(), digest: z.string() })
        .nullable()
        .describe('What it updates or replaces of what you were sent before'),
      digest: z.string().describe('Of the issued document; with the same delivery id it never changes'),
      sender: agency,
      recipient: agency,
      symbol: z.string().describe('Số, ký hiệu'),
      issuedOn: z.iso.date(),
      typeName: z.string(),
      subject: z.string(),
      language: z.string(),
      urgency: Urgency,
      signer: z.object({ fullName: z.string(), position: z.string() }),
      dueDate: z.iso.date().nullable(),
      paperToo: z.boolean(),
      files: z.array(DeliveredFile),
      filesUntil: z.iso.datetime().describe('Until when the links work; every try carries new ones'),
    }),
  })
  .meta({ id: 'DeliveryMessage' });
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/** What the other system answers with 2xx once it has the document durably. */
export const DeliveryAnswer = z
  .object({
    deliveryId: Id,
    digest: z.string(),
    state: z.enum(['arrived', 'handed-over']).describe('Durable there, or taken over on the way to where it will be'),
  })
  .meta({ id: 'DeliveryAnswer' });
export type DeliveryAnswer = z.infer<typeof DeliveryAnswer>;

/** The sender wants back what it sent; a webhook of Standard Webhooks, whose id is the request’s. */
export const RecallMessage = z
  .object({
    type: z.literal('document.recalled'),
    timestamp: z.iso.datetime(),
    data: z.object({
      requestId: Id.describe('The same on every try'),
      deliveryId: Id,
      digest: z.string().describe('Of the content to give back'),
      reason: z.string(),
      askedAt: z.iso.datetime(),
    }),
  })
  .meta({ id: 'RecallMessage' });
export type RecallMessage = z.infer<typeof RecallMessage>;

/** What the other system answers to it with 2xx. */
export const RecallAnswer = z
  .object({
    requestId: Id,
    state: z
      .enum(['taken-back', 'asked'])
      .describe('Not registered and sealed, or somebody has to agree: 15 or 16 is reported later'),
  })
  .meta({ id: 'RecallAnswer' });
export type RecallAnswer = z.infer<typeof RecallAnswer>;
