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
      kind: z.enum(['new', 'recall', 'update', 'replace']),
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
