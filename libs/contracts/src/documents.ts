import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { documentFilter } from './document-filter.js';
import { Id, pageOf, PageQuery } from './page.js';
import {
  AddressedAgency,
  ExternalRecipient,
  HandoverView,
  InformedPerson,
  PaperReasonView,
  recipientFields,
  RecipientRef,
  ScheduledSendingView,
} from './recipients.js';
import { RelatingDocument, RelationView } from './relations.js';
import { maxReviewers, NamedReviewer, PlannedReviewer, ReviewMode, ReviewRoundView } from './reviews.js';
import { dayField, textField } from './text-field.js';
import {
  DeliveryCause,
  DeliveryState,
  DocumentState,
  ExchangeMode,
  LateKind,
  RequestKind,
  SigningForm,
  Urgency,
} from './vocabulary.js';

/**
 * Recipients of one sending, groups resolved. [own] The largest provinces had some 560 communes, 30 districts and 20
 * departments with their units; twice that is more than anybody sends one document to.
 */
export const maxResolvedRecipients = 2000;

/** What documents are written in unless somebody says otherwise. */
export const usualLanguage = 'Tiếng Việt';

/** FileCode beside the agency’s own code: the year of the catalogue of files, and the notation in it. */
const FileCode = z.object({
  year: z.number().int().min(1945).max(9999).describe('FileCatalog'),
  notation: textField().trim().min(1).max(20).describe('FileNotation'),
});

/** The fields of a draft that people fill in (Decree 30/2020, Annex VI; lengths as there). */
export const DraftDocument = z
  .object({
    typeCode: textField().min(1).max(40),
    subject: textField().trim().min(1).max(500).describe('Trích yếu'),
    urgency: Urgency.default('normal'),
    signerPostId: Id,
    signingForm: SigningForm.nullable()
      .default(null)
      .describe('In whose place or name the signer signs; null for the signer’s own right'),
    dueDate: dayField().nullable().default(null),
    draftingUnit: textField()
      .trim()
      .max(20)
      .default('')
      .describe('Abbreviation of the drafting unit, for official letters'),
    pageAmount: z.number().int().min(1).max(100_000).nullable().default(null),
    description: textField().trim().max(500).default(''),
    language: textField().trim().min(1).max(30).default(usualLanguage),
    issuedAmount: z.number().int().min(1).max(100_000).nullable().default(null).describe('Số lượng bản phát hành'),
    fileCode: FileCode.nullable().default(null).describe('The file (hồ sơ) that the document belongs to'),
    fileOrdinal: z.number().int().min(1).max(100_000).nullable().default(null).describe('DocOrdinal in the file'),
    ...recipientFields,
    reviewMode: ReviewMode.default('in-turn'),
    reviewers: z
      .array(NamedReviewer)
      .max(maxReviewers)
      .default([])
      .describe('Whose opinion is asked before the signer gets it, in their order; nobody’s when empty'),
  })
  .meta({ id: 'DraftDocument' });
export type DraftDocument = z.infer<typeof DraftDocument>;

export const ReturnDocument = z.object({ opinion: textField().trim().min(1).max(1000) }).meta({ id: 'ReturnDocument' });
export type ReturnDocument = z.infer<typeof ReturnDocument>;

/** What the leader gets back: a returned document is its drafter’s again, and no longer the leader’s to read. */
export const ReturnedDocument = z.object({ id: Id, state: z.literal('returned') }).meta({ id: 'ReturnedDocument' });
export type ReturnedDocument = z.infer<typeof ReturnedDocument>;

export const AttachmentView = z
  .object({
    id: Id,
    fileName: z.string(),
    mediaType: z.string(),
    size: z.number().int().describe('Bytes'),
    digest: z.string().describe('SHA-256 of the bytes, lower-case hexadecimal'),
  })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof AttachmentView>;

/** Văn bản chính, phụ lục: the first file is the text itself, the others belong to it in their order. */
export const DocumentPart = z.enum(['main', 'appendix']).meta({ id: 'DocumentPart' });
export type DocumentPart = z.infer<typeof DocumentPart>;

/** A file where it stands among those of its document. */
export const DocumentFile = AttachmentView.extend({ part: DocumentPart }).meta({ id: 'DocumentFile' });
export type DocumentFile = z.infer<typeof DocumentFile>;

export const OrderAttachments = z
  .object({
    attachmentIds: z
      .array(Id)
      .min(1)
      .max(1000)
      .describe('Every file of the draft once; the first becomes the main text'),
  })
  .meta({ id: 'OrderAttachments' });
export type OrderAttachments = z.infer<typeof OrderAttachments>;

export const UploadAttachment = z.object({
  fileName: z.string().trim().min(1).max(200),
});
export type UploadAttachment = z.infer<typeof UploadAttachment>;

/** How many recipients stand where: what the list shows at a glance. */
export const DeliveryCounts = z
  .object({
    total: z.number().int(),
    onPaper: z.number().int(),
    waiting: z.number().int().describe('Queued or sent, not yet arrived'),
    arrived: z.number().int().describe('Arrived and beyond, refused left out'),
    accepted: z.number().int().describe('Accepted and registered, and beyond'),
    completed: z.number().int(),
    refused: z.number().int(),
    needsAttention: z.number().int(),
  })
  .meta({ id: 'DeliveryCounts' });
export type DeliveryCounts = z.infer<typeof DeliveryCounts>;

const person = z.object({ fullName: z.string(), position: z.string() });

export const DocumentSummary = z
  .object({
    id: Id,
    state: DocumentState,
    typeCode: z.string(),
    typeName: z.string(),
    symbol: z.string().nullable().describe('Số, ký hiệu: `05/QĐ-UBND`, once issued'),
    subject: z.string(),
    urgency: Urgency,
    drafter: person,
    signer: person,
    issuedOn: z.iso.date().nullable(),
    dueDate: z.iso.date().nullable(),
    reviewDueOn: z.iso.date().nullable().describe('While it is in review: the next deadline for an opinion'),
    workDueAt: z.iso
      .datetime()
      .nullable()
      .describe('Until when the clerk has to issue what is approved, or to send what is issued'),
    updatedAt: z.iso.datetime(),
    recipientCount: z.number().int().describe('Named one by one'),
    groupCount: z.number().int().describe('Groups among the recipients'),
    deliveries: DeliveryCounts,
    isUnread: z.boolean().describe('Sent to you to know, and not opened by you yet'),
  })
  .meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof DocumentSummary>;
export const DocumentPage = pageOf(DocumentSummary, 'DocumentPage');

export const documentActions = [
  'edit',
  'submit',
  'keep-version',
  'comment',
  'agree',
  'give-back',
  'call-back',
  'return',
  'approve',
  'issue',
  'send',
  'complete',
  'correct',
  'cancel-number',
  'send-copies',
  'recall',
] as const;
export const DocumentAction = z.enum(documentActions).meta({ id: 'DocumentAction' });
export type DocumentAction = z.infer<typeof DocumentAction>;

export const TimelineEntry = z
  .object({
    at: z.iso.datetime(),
    event: z.string().describe('`document.drafted`, `document.approved`, …'),
    actor: person.nullable(),
    onBehalfOf: person.nullable().describe('Who was absent, when a stand-in acted'),
    note: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A group among the recipients: as it is today, and from the sending on as it was then. */
export const AddressedGroup = z
  .object({
    id: Id,
    name: z.string(),
    channel: ExchangeMode,
    paperReason: PaperReasonView.nullable(),
    memberCount: z.number().int(),
    isRecorded: z.boolean().describe('The document was sent: name and members are those of that moment'),
    isDeleted: z.boolean(),
  })
  .meta({ id: 'AddressedGroup' });
export type AddressedGroup = z.infer<typeof AddressedGroup>;

export const RecordedMembersPage = pageOf(AgencyRef, 'RecordedMembersPage');

export const DocumentView = z
  .object({
    ...DocumentSummary.omit({ deliveries: true, recipientCount: true, groupCount: true, isUnread: true }).shape,
    version: z.number().int().describe('Goes up with every change; also the ETag'),
    agency: AgencyRef,
    signerPostId: Id,
    signingForm: SigningForm.nullable(),
    onBehalfOf: person.nullable().describe('The absent one in whose stead a stand-in approved it'),
    draftingUnit: z.string(),
    pageAmount: z.number().int().nullable(),
    description: z.string(),
    language: z.string(),
    issuedAmount: z.number().int().nullable(),
    fileCode: z.object({ year: z.number().int(), notation: z.string() }).nullable(),
    fileOrdinal: z.number().int().nullable(),
    registerEntryId: Id.nullable().describe('The line of the outgoing register with its number, once issued'),
    digest: z.string().nullable().describe('SHA-256 over the issued fields and files, once issued'),
    recipients: z.array(AddressedAgency),
    groups: z.array(AddressedGroup),
    externals: z.array(ExternalRecipient),
    people: z.array(InformedPerson).describe('Colleagues that get it to know'),
    sending: ScheduledSendingView.nullable().describe('When it is sent by itself; null when nobody set a time'),
    attachments: z.array(DocumentFile).describe('The main text first, then its appendices in their order'),
    relations: z.array(RelationView).describe('What it answers or corrects'),
    relatedBy: z.array(RelatingDocument).describe('Documents that correct it'),
    reviewMode: ReviewMode,
    reviewers: z.array(PlannedReviewer).describe('Whose opinion the draft asks for'),
    review: ReviewRoundView.nullable().describe('The latest round of reviewers; null when there was none'),
    versionNumber: z.number().int().nullable().describe('The latest version that was kept'),
    timeline: z.array(TimelineEntry),
    actions: z.array(DocumentAction).describe('What the reader may do now'),
  })
  .meta({ id: 'Document' });
export type DocumentView = z.infer<typeof DocumentView>;

export const documentBoxes = [
  'all',
  'mine',
  'to-review',
  'reviewed',
  'to-approve',
  'to-issue',
  'to-send',
  'held',
  'sent',
  'shared',
  'to-know',
] as const;
export const FindDocuments = PageQuery.extend({
  box: z.enum(documentBoxes).default('all'),
  agencyId: Id.optional().describe('Whose register: the own agency’s, or that of one whose place it took'),
  ...documentFilter,
});
export type FindDocuments = z.infer<typeof FindDocuments>;

export const TrackingEventView = z
  .object({
    code: z.string().describe('State code of QCVN 102, or `queued`/`sent` before the first'),
    occurredAt: z.iso.datetime(),
    actor: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'TrackingEvent' });
export type TrackingEventView = z.infer<typeof TrackingEventView>;

export const DeliveryView = z
  .object({
    id: Id,
    recipient: RecipientRef,
    address: z.string().nullable().describe('Postal address, of a body outside the system'),
    channel: ExchangeMode,
    paperReason: z.string().nullable(),
    handover: HandoverView.nullable().describe('When the paper was handed over, and to whom'),
    sending: z.number().int().describe('1 for the first sending; further copies count on'),
    sentAt: z.iso.datetime(),
    state: DeliveryState,
    stateAt: z.iso.datetime(),
    arrivalNumber: z.number().int().nullable(),
    late: z
      .object({ kind: LateKind, dueAt: z.iso.datetime() })
      .nullable()
      .describe('The recipient is late: how, and since when'),
    answerBy: z.iso.datetime().nullable().describe('Until when the recipient has to accept or refuse what arrived'),
    failedTries: z.number().int().describe('So far, while it has not gone out'),
    cause: DeliveryCause.nullable().describe('Why the last of them failed'),
    nextTryAt: z.iso.datetime().nullable(),
    asked: RequestKind.nullable().describe('What the recipient was asked and has not decided yet'),
    events: z.array(TrackingEventView),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;
export const DeliveryPage = pageOf(DeliveryView, 'DeliveryPage');
