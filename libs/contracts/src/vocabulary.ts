import { z } from 'zod';

/** Mức độ khẩn (Decree 30/2020; QCVN 102 codes 0 to 3), in the order in which a queue serves them, last first. */
export const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const;
export const Urgency = z.enum(urgencies).meta({ id: 'Urgency' });
export type Urgency = z.infer<typeof Urgency>;

/** Levels of the directory tree. */
export const agencyLevels = [
  'province',
  'province-office',
  'department',
  'equivalent-agency',
  'district',
  'subordinate',
  'commune',
  'external',
] as const;
export const AgencyLevel = z.enum(agencyLevels).meta({ id: 'AgencyLevel' });
export type AgencyLevel = z.infer<typeof AgencyLevel>;

export const roles = [
  'civil-servant',
  'leader',
  'clerk',
  'archivist',
  'agency-administrator',
  'system-administrator',
  'auditor',
] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Ký thay, thừa lệnh, thừa ủy quyền, thay mặt: in whose place or name a signer signs (Decree 30/2020, Art. 13). */
export const signingForms = ['KT', 'TL', 'TUQ', 'TM'] as const;
export const SigningForm = z.enum(signingForms).meta({ id: 'SigningForm' });
export type SigningForm = z.infer<typeof SigningForm>;

/** Outgoing: draft → (in review) → submitted → (returned) → approved → issued → sent → completed; sent ones can be recalled. */
export const documentStates = [
  'draft',
  'in-review',
  'submitted',
  'returned',
  'approved',
  'issued',
  'sent',
  'completed',
  'cancelled',
  'recalled',
] as const;
export const DocumentState = z.enum(documentStates).meta({ id: 'DocumentState' });
export type DocumentState = z.infer<typeof DocumentState>;

/** Why a document refers to another: it answers it, or corrects what was issued (Decree 30/2020, Art. 18). */
export const correctionKinds = ['corrects', 'amends', 'replaces'] as const;
export const relationKinds = ['replies-to', ...correctionKinds] as const;
export const RelationKind = z.enum(relationKinds).meta({ id: 'RelationKind' });
export type RelationKind = z.infer<typeof RelationKind>;
export type CorrectionKind = (typeof correctionKinds)[number];

/** How a document travels to one recipient; the same words name the mode of an exchange in the electronic share. */
export const exchangeModes = ['electronic', 'electronic-with-paper', 'paper'] as const;
export const ExchangeMode = z.enum(exchangeModes).meta({ id: 'ExchangeMode' });
export type ExchangeMode = z.infer<typeof ExchangeMode>;

/** Where a document is with one recipient, as its sender sees it. */
export const deliveryStates = [
  'on-paper',
  'queued',
  'sent',
  'arrived',
  'accepted',
  'assigned',
  'in-process',
  'completed',
  'refused',
  'needs-attention',
  'given-up',
  'replaced',
  'recalled',
  'recalled-after-registration',
] as const;
export const DeliveryState = z.enum(deliveryStates).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * How a recipient is late: it has not arrived there for two hours [own], was neither accepted nor refused by the end of
 * the working day in which it came (rules of receipt), or is not completed though the day set for it is over.
 */
export const lateKinds = ['not-arrived', 'not-answered', 'not-completed'] as const;
export const LateKind = z.enum(lateKinds).meta({ id: 'LateKind' });
export type LateKind = z.infer<typeof LateKind>;

/** By which way a delivery travels: inside this system, to another one, to a mailbox, or on paper. */
export const channelNames = ['local', 'webhook', 'email', 'paper'] as const;
export const ChannelName = z.enum(channelNames).meta({ id: 'ChannelName' });
export type ChannelName = z.infer<typeof ChannelName>;

/** How an agency that works electronically is reached. */
export const connectionChannels = ['local', 'webhook', 'email'] as const;
export const ConnectionChannel = z.enum(connectionChannels).meta({ id: 'ConnectionChannel' });
export type ConnectionChannel = z.infer<typeof ConnectionChannel>;

/** What the transport acknowledged of a delivery; its business state is `DeliveryState`. */
export const transportStates = ['queued', 'sending', 'done', 'failed', 'cancelled'] as const;
export const TransportState = z.enum(transportStates).meta({ id: 'TransportState' });
export type TransportState = z.infer<typeof TransportState>;

/** Why a try to deliver failed. */
export const deliveryCauses = [
  'connection-refused',
  'timed-out',
  'name-not-found',
  'tls-fault',
  'recipient-busy',
  'recipient-fault',
  'rejected',
  'credentials',
  'digest-conflict',
  'not-set-up',
  'address-not-allowed',
  'mailbox-refused',
  'file-missing',
  'worker-died',
  'not-opened',
  'internal',
  'unknown',
] as const;
export const DeliveryCause = z.enum(deliveryCauses).meta({ id: 'DeliveryCause' });
export type DeliveryCause = z.infer<typeof DeliveryCause>;

/**
 * Incoming: arrived → accepted (registered) or refused; accepted → submitted to a leader → assigned → in process →
 * completed, where each step may be left out. Its sender may take it back or replace it, before it is registered by itself,
 * afterwards by agreement. What is here on paper already is joined to that entry instead of being accepted.
 */
export const arrivalStates = [
  'arrived',
  'accepted',
  'submitted',
  'assigned',
  'in-process',
  'refused',
  'completed',
  'replaced',
  'recalled',
  'joined',
] as const;
/** How a document came: through the system, or on paper and entered by the clerk. */
export const arrivalSources = ['electronic', 'paper'] as const;
export const ArrivalSource = z.enum(arrivalSources).meta({ id: 'ArrivalSource' });
export type ArrivalSource = z.infer<typeof ArrivalSource>;

export const ArrivalState = z.enum(arrivalStates).meta({ id: 'ArrivalState' });
export type ArrivalState = z.infer<typeof ArrivalState>;

/** Of a registered arrival that somebody still has to do something about. */
export const arrivalStatesInWork = [
  'accepted',
  'submitted',
  'assigned',
  'in-process',
] as const satisfies ArrivalState[];

/** Chủ trì, phối hợp: who answers for the work on an arrival, and who supports. */
export const assignmentRoles = ['lead', 'support'] as const;
export const AssignmentRole = z.enum(assignmentRoles).meta({ id: 'AssignmentRole' });
export type AssignmentRole = z.infer<typeof AssignmentRole>;

/**
 * A part of the work on an arrival: open → in process → done, or handed back with a reason. Withdrawn: whoever assigned
 * it gave the work to others, or the whole has ended.
 */
export const assignmentStates = ['open', 'in-process', 'done', 'handed-back', 'withdrawn'] as const;
export const AssignmentState = z.enum(assignmentStates).meta({ id: 'AssignmentState' });
export type AssignmentState = z.infer<typeof AssignmentState>;

/** What a sender asks about a document that it sent: kinds 1 recall (thu hồi), 2 update (cập nhật), 3 replace (thay thế) of QCVN 102. */
export const requestKinds = ['recall', 'update', 'replace'] as const;
export const RequestKind = z.enum(requestKinds).meta({ id: 'RequestKind' });
export type RequestKind = z.infer<typeof RequestKind>;

/**
 * A request is on its way, then either takes effect by itself, where nothing is registered yet, or is asked for until the
 * recipient agrees (15) or refuses (16). Withdrawn: there is nothing left that it could be about.
 */
export const requestStates = ['sent', 'asked', 'effective', 'agreed', 'refused', 'withdrawn'] as const;
export const RequestState = z.enum(requestStates).meta({ id: 'RequestState' });
export type RequestState = z.infer<typeof RequestState>;

export const archiveDirections = ['outgoing', 'incoming'] as const;
export const ArchiveDirection = z.enum(archiveDirections).meta({ id: 'ArchiveDirection' });
export type ArchiveDirection = z.infer<typeof ArchiveDirection>;

/** Why an exchange counts nowhere. */
export const shareExclusions = ['refused', 'recalled', 'inside-one-agency'] as const;
export const ShareExclusion = z.enum(shareExclusions).meta({ id: 'ShareExclusion' });
export type ShareExclusion = z.infer<typeof ShareExclusion>;

/** As what an exchange stands in the count. */
export type ShareOutcome = ExchangeMode | ShareExclusion;

/** The two indicators of the province's plan of December 2016. */
export const shareIndicators = ['submitted-to-province', 'exchanged-between-agencies'] as const;
export const ShareIndicator = z.enum(shareIndicators).meta({ id: 'ShareIndicator' });
export type ShareIndicator = z.infer<typeof ShareIndicator>;
