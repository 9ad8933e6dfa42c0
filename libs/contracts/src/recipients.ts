import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id } from './page.js';
import { dayField, textField } from './text-field.js';
import { ExchangeMode } from './vocabulary.js';

/** Recipients that a draft names one by one. */
export const maxRecipients = 1000;

/** Groups that a draft names. */
export const maxRecipientGroups = 20;

/** Bodies outside the system that a draft names: each of them is an envelope that somebody carries. */
export const maxExternalRecipients = 200;

/** Colleagues that a draft is for, to know. */
export const maxInformedPeople = 200;

/** How far ahead a sending can be set. [own] What waits longer than that is for a calendar, not for a queue. */
export const maxDaysAhead = 60;

/** Why a recipient gets paper: a reason of the list, and words where the reason asks for them. */
export const PaperReasonChoice = z
  .object({
    code: textField().trim().min(1).max(40),
    note: textField().trim().max(200).default(''),
  })
  .meta({ id: 'PaperReasonChoice' });
export type PaperReasonChoice = z.infer<typeof PaperReasonChoice>;

const paperReason = PaperReasonChoice.nullable()
  .default(null)
  .describe('Why paper is sent; has to be said before a document with paper is submitted');

const postalAddress = textField().trim().min(1).max(300);

/** Nơi nhận: whom a document is for, and how it travels to each. */
export const recipientFields = {
  recipients: z
    .array(z.object({ agencyId: Id, channel: ExchangeMode.default('electronic'), paperReason }))
    .max(maxRecipients)
    .default([]),
  groups: z
    .array(z.object({ groupId: Id, channel: ExchangeMode.default('electronic'), paperReason }))
    .max(maxRecipientGroups)
    .default([])
    .describe('Groups of recipients; who they are is decided when the document is sent'),
  externals: z
    .array(z.object({ name: textField().trim().min(1).max(200), address: postalAddress, paperReason }))
    .max(maxExternalRecipients)
    .default([])
    .describe('Bodies that are not in the directory: always on paper'),
  people: z
    .array(z.object({ postId: Id }))
    .max(maxInformedPeople)
    .default([])
    .describe('Posts of the own agency that get the document to know (để biết)'),
};

/** Further copies of a sent document, to recipients that have none yet. */
export const FurtherCopies = z.object(recipientFields).meta({ id: 'FurtherCopies' });
export type FurtherCopies = z.infer<typeof FurtherCopies>;

export const ScheduleSending = z
  .object({ sendAt: z.iso.datetime({ offset: true }).describe('When the document is sent by itself') })
  .meta({ id: 'ScheduleSending' });
export type ScheduleSending = z.infer<typeof ScheduleSending>;

export const MarkHandover = z
  .object({
    handedOn: dayField().describe('Ngày chuyển'),
    takenBy: textField().trim().min(1).max(100).describe('Ký nhận: who took it'),
  })
  .meta({ id: 'MarkHandover' });
export type MarkHandover = z.infer<typeof MarkHandover>;

export const PaperReasonView = z
  .object({ code: z.string(), name: z.string(), note: z.string() })
  .meta({ id: 'PaperReasonGiven' });
export type PaperReasonView = z.infer<typeof PaperReasonView>;

export const AddressedAgency = z
  .object({
    agency: AgencyRef,
    channel: ExchangeMode,
    paperReason: PaperReasonView.nullable(),
    onPaperOnly: z.boolean().describe('Stands in the directory without being on the system'),
  })
  .meta({ id: 'AddressedAgency' });
export type AddressedAgency = z.infer<typeof AddressedAgency>;

export const ExternalRecipient = z
  .object({ name: z.string(), address: z.string(), paperReason: PaperReasonView.nullable() })
  .meta({ id: 'ExternalRecipient' });
export type ExternalRecipient = z.infer<typeof ExternalRecipient>;

export const InformedPerson = z
  .object({
    postId: Id,
    fullName: z.string(),
    position: z.string(),
    sentAt: z.iso.datetime().nullable().describe('Null before the sending, and when the post had ended by then'),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'InformedPerson' });
export type InformedPerson = z.infer<typeof InformedPerson>;

const person = z.object({ fullName: z.string(), position: z.string() });

/** The time at which an issued document is sent by itself, and why that did not happen. */
export const ScheduledSendingView = z
  .object({
    sendAt: z.iso.datetime(),
    setBy: person,
    failedAt: z.iso.datetime().nullable(),
    failure: z
      .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable()
      .describe('Why it was not sent: the code of the refusal with its params'),
  })
  .meta({ id: 'ScheduledSending' });
export type ScheduledSendingView = z.infer<typeof ScheduledSendingView>;

/** A recipient as it was when the document was sent; no id and no code when it is not in the directory. */
export const RecipientRef = z
  .object({ id: Id.nullable(), code: z.string(), name: z.string(), abbreviation: z.string() })
  .meta({ id: 'RecipientRef' });
export type RecipientRef = z.infer<typeof RecipientRef>;

export const HandoverView = z
  .object({ handedOn: z.iso.date(), takenBy: z.string(), markedBy: person })
  .meta({ id: 'Handover' });
export type HandoverView = z.infer<typeof HandoverView>;

/** A body outside the system that the agency wrote to before. */
export const ExternalBodyView = z
  .object({ id: Id, name: z.string(), address: z.string() })
  .meta({ id: 'ExternalBody' });
export type ExternalBodyView = z.infer<typeof ExternalBodyView>;
export const ExternalBodyList = z.object({ items: z.array(ExternalBodyView) }).meta({ id: 'ExternalBodyList' });
export type ExternalBodyList = z.infer<typeof ExternalBodyList>;

export const FindExternalBodies = z.object({ search: textField().trim().max(100).optional() });
export type FindExternalBodies = z.infer<typeof FindExternalBodies>;

/** What goes along with the paper of a document: the list of envelopes and a covering note for each. */
export const PaperSlip = z
  .object({
    deliveryId: Id,
    recipient: z.string(),
    address: z.string().nullable(),
    withElectronic: z.boolean(),
    paperReason: z.string().nullable(),
    sentOn: z.iso.date(),
    handover: HandoverView.nullable(),
  })
  .meta({ id: 'PaperSlip' });
export type PaperSlip = z.infer<typeof PaperSlip>;

export const PaperSlips = z
  .object({
    issuer: z.object({
      name: z.string(),
      parentName: z.string().nullable(),
      abbreviation: z.string(),
    }),
    symbol: z.string(),
    typeName: z.string(),
    subject: z.string(),
    urgency: z.string(),
    issuedOn: z.iso.date(),
    pageAmount: z.number().int().nullable(),
    items: z.array(PaperSlip),
  })
  .meta({ id: 'PaperSlips' });
export type PaperSlips = z.infer<typeof PaperSlips>;
