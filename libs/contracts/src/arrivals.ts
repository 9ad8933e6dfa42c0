import { z } from 'zod';
import { DocumentFile, TimelineEntry } from './documents.js';
import { ArrivalSubmission, AssignmentView } from './assignments.js';
import { Id, pageOf, PageQuery } from './page.js';
import { RelatingDocument } from './relations.js';
import { ArrivalRequest } from './sender-requests.js';
import { textField } from './text-field.js';
import { ArrivalSource, ArrivalState, RequestKind, Urgency } from './vocabulary.js';

/** The sender of an arrival under the code and name of the day of issue; no id when it is not on this system. */
export const SenderRef = z.object({ id: Id.nullable(), code: z.string(), name: z.string() }).meta({ id: 'SenderRef' });
export type SenderRef = z.infer<typeof SenderRef>;

export const ArrivalSummary = z
  .object({
    id: Id,
    state: ArrivalState,
    sender: SenderRef,
    addressee: z
      .object({ code: z.string(), name: z.string() })
      .nullable()
      .describe('The closed agency that it was addressed to; null when it is the reader’s own'),
    typeName: z.string(),
    symbol: z.string(),
    subject: z.string(),
    urgency: Urgency,
    issuedOn: z.iso.date(),
    dueDate: z.iso.date().nullable(),
    arrivedAt: z.iso.datetime(),
    arrivalNumber: z.number().int().nullable().describe('Số đến, once accepted'),
    source: ArrivalSource,
    paperToo: z.boolean().describe('The sender sends paper as well, or the clerk noted that it came'),
    asked: RequestKind.nullable().describe('What its sender asks and nobody has decided yet'),
  })
  .meta({ id: 'ArrivalSummary' });
export type ArrivalSummary = z.infer<typeof ArrivalSummary>;
export const ArrivalPage = pageOf(ArrivalSummary, 'ArrivalPage');

export const arrivalActions = [
  'accept',
  'refuse',
  'forward',
  'submit',
  'assign',
  'comment',
  'complete',
  'reply',
  'note-paper',
  'correct',
  'scan',
] as const;
export const ArrivalAction = z.enum(arrivalActions).meta({ id: 'ArrivalAction' });
export type ArrivalAction = z.infer<typeof ArrivalAction>;

/** Another arrival of the agency that seems to be the same document. */
export const SameArrival = z
  .object({
    id: Id,
    symbol: z.string(),
    senderName: z.string(),
    subject: z.string().nullable().describe('Null for what is narrowed'),
    state: ArrivalState,
    source: ArrivalSource,
    issuedOn: z.iso.date(),
    arrivalNumber: z.number().int().nullable(),
    arrivedAt: z.iso.datetime(),
    paperArrivedOn: z.iso.date().nullable().describe('When the paper beside the electronic one came'),
  })
  .meta({ id: 'SameArrival' });
export type SameArrival = z.infer<typeof SameArrival>;

export const ArrivalView = z
  .object({
    ...ArrivalSummary.shape,
    signer: z.object({ fullName: z.string(), position: z.string() }),
    digest: z.string(),
    pageCount: z.number().int().nullable().describe('Of what came on paper'),
    paperArrivedOn: z.iso.date().nullable().describe('When the paper beside the electronic one came'),
    joinedTo: Id.nullable().describe('The entry of its paper, when that was registered before it came'),
    scans: z
      .array(z.object({ attachmentId: Id, dpi: z.number().int().nullable() }))
      .describe('Of what came on paper: the resolution of each scan, where its first page tells it'),
    refusalReason: z.string().nullable(),
    attachments: z
      .array(DocumentFile)
      .describe('The main text first, then its appendices, as they were sent; none once it was taken back'),
    sameAs: z
      .array(SameArrival)
      .describe('While it waits for the clerk: what has the same id, or the same symbol of the same issuer'),
    requests: z
      .array(ArrivalRequest)
      .describe('What its sender asked about it, and what it updates or replaces itself'),
    submission: ArrivalSubmission.nullable().describe('The leader it was submitted to last'),
    assignments: z.array(AssignmentView).describe('Who has what of the work, those that ended too, in the order given'),
    replies: z.array(RelatingDocument).describe('Documents that answer it, those that the reader reads'),
    timeline: z.array(TimelineEntry),
    actions: z.array(ArrivalAction),
  })
  .meta({ id: 'Arrival' });
export type ArrivalView = z.infer<typeof ArrivalView>;

export const arrivalBoxes = [
  'all',
  'to-receive',
  'to-assign',
  'in-work',
  'completed',
  'refused',
  'asked',
  'taken-back',
  'shared',
] as const;
export const FindArrivals = PageQuery.extend({
  box: z.enum(arrivalBoxes).default('all'),
  agencyId: Id.optional().describe('Whose register: the own agency’s, or that of one whose place it took'),
  search: textField().trim().max(100).optional(),
});
export type FindArrivals = z.infer<typeof FindArrivals>;

export const RefuseArrival = z.object({ reason: textField().trim().min(1).max(500) }).meta({ id: 'RefuseArrival' });
export type RefuseArrival = z.infer<typeof RefuseArrival>;

/** What is looked at before an arrival is accepted. */
export const arrivalChecks = ['digest', 'addressee', 'opens', 'malware', 'classified', 'duplicate'] as const;
/** unknown: nobody could look; care: worth a look; bad: as it must not be. */
export const checkOutcomes = ['ok', 'unknown', 'care', 'bad'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];
export const ArrivalCheck = z
  .object({
    check: z.enum(arrivalChecks),
    outcome: z.enum(checkOutcomes),
    files: z.array(z.string()).describe('The names of those that it is about'),
  })
  .meta({ id: 'ArrivalCheck' });
export type ArrivalCheck = z.infer<typeof ArrivalCheck>;
export const ArrivalCheckList = z.object({ items: z.array(ArrivalCheck) }).meta({ id: 'ArrivalCheckList' });

export const ForwardArrival = z
  .object({
    toAgencyId: Id.describe('Whom the document is for'),
    reason: textField().trim().min(1).max(300).describe('Why it is not for this agency'),
  })
  .meta({ id: 'ForwardArrival' });
export type ForwardArrival = z.infer<typeof ForwardArrival>;

/** Open work by place, for the counts beside the menu. */
export const DeskCounts = z
  .object({
    toReceive: z.number().int(),
    toAssign: z.number().int().describe('Incoming documents that were submitted to this leader'),
    toHandle: z.number().int().describe('Parts of the work on incoming documents that are this person’s to do'),
    lateToHandle: z.number().int().describe('Of those to handle: whose day is over'),
    toReview: z.number().int().describe('Drafts that wait for this person’s opinion'),
    toApprove: z.number().int(),
    toIssue: z.number().int(),
    toSend: z.number().int(),
    held: z.number().int().describe('Documents held for what was found in their files, for the clerk to decide'),
    lateToIssue: z.number().int().describe('Of those to issue: whose time is over'),
    lateToSend: z.number().int().describe('Of those to send: whose time is over'),
    senderRequests: z.number().int().describe('Requests of senders that the clerk has to agree to or refuse'),
    needsAttention: z.number().int().describe('Deliveries of the agency that could not be made'),
    toKnow: z.number().int().describe('Sent to you to know, and not opened yet'),
    unreadyYears: z
      .number()
      .int()
      .describe('Near years whose days of Tết nobody has entered yet, for who keeps the calendar'),
    toConfirmAccess: z.number().int().describe('Changes of rights that somebody else made and nobody confirmed'),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCounts = z.infer<typeof DeskCounts>;
