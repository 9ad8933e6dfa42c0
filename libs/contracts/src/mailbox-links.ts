import { z } from 'zod';
import { textField } from './text-field.js';
import { DeliveryState, RequestKind, Urgency } from './vocabulary.js';
import { DeliveredFile } from './webhooks.js';

const token = z.string().min(1).max(100);
const key = z.string().min(1).max(500);
const name = textField().trim().min(1).max(100).describe('Who does it, in words');

/** A POST, because the token must not stand in an address that is logged. */
export const MailboxToken = z.object({ token }).meta({ id: 'MailboxToken' });
export type MailboxToken = z.infer<typeof MailboxToken>;

export const OpenMailboxLink = z.object({ token, code: z.string().regex(/^\d{6}$/) }).meta({ id: 'OpenMailboxLink' });
export type OpenMailboxLink = z.infer<typeof OpenMailboxLink>;

export const AcceptByMailbox = z
  .object({ key, name, arrivalNumber: z.number().int().min(1).max(999_999).nullable().default(null) })
  .meta({ id: 'AcceptByMailbox' });
export type AcceptByMailbox = z.infer<typeof AcceptByMailbox>;

export const RefuseByMailbox = z
  .object({ key, name, reason: textField().trim().min(1).max(500) })
  .meta({ id: 'RefuseByMailbox' });
export type RefuseByMailbox = z.infer<typeof RefuseByMailbox>;

export const DecideByMailbox = z
  .object({ key, requestId: z.uuid(), name, agrees: z.boolean(), note: textField().trim().max(500).default('') })
  .meta({ id: 'DecideByMailbox' });
export type DecideByMailbox = z.infer<typeof DecideByMailbox>;

/** What a link tells before its code: nothing of the document. */
export const MailboxLinkView = z
  .object({
    senderName: z.string(),
    recipientName: z.string(),
    sentAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    isExpired: z.boolean(),
    isWithdrawn: z.boolean(),
  })
  .meta({ id: 'MailboxLink' });
export type MailboxLinkView = z.infer<typeof MailboxLinkView>;

export const MailboxDocument = z
  .object({
    key: z.string().describe('Lets accept and refuse for two hours'),
    state: DeliveryState,
    arrivalNumber: z.number().int().nullable(),
    senderName: z.string(),
    symbol: z.string(),
    issuedOn: z.iso.date(),
    typeName: z.string(),
    subject: z.string(),
    urgency: Urgency,
    signer: z.object({ fullName: z.string(), position: z.string() }),
    dueDate: z.iso.date().nullable(),
    paperToo: z.boolean(),
    digest: z.string(),
    files: z.array(DeliveredFile).describe('None once it was taken back'),
    asked: RequestKind.nullable().describe('What the sender asks about it and nobody has decided yet'),
    askedId: z.uuid().nullable().describe('Of that request'),
    askedReason: z.string().nullable(),
  })
  .meta({ id: 'MailboxDocument' });
export type MailboxDocument = z.infer<typeof MailboxDocument>;
