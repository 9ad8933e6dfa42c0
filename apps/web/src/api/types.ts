import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SessionNeed = NonNullable<Session['needs']>;
export type Permission = Session['permissions'][number];
export type Role = Schemas['Role'];
export type SessionSummary = Schemas['SessionSummary'];
export type OneTimeLink = Schemas['OneTimeLink'];
export type Invitation = Schemas['Invitation'];
export type SecondFactor = Schemas['SecondFactor'];
export type SecondFactorKind = Schemas['SecondFactorKind'];
export type SecondFactors = Schemas['SecondFactors'];
export type SecondFactorProof = Schemas['SecondFactorProof'];
export type SecondFactorPassed = Schemas['SecondFactorPassed'];
export type SecondFactorEnrolled = Schemas['SecondFactorEnrolled'];
export type SecondFactorRule = Schemas['SecondFactorRules']['rules'][number];
export type TotpOffer = Schemas['TotpOffer'];
export type DeskCounts = Schemas['DeskCounts'];

export type AgencyRef = Schemas['AgencyRef'];
export type Agency = Schemas['Agency'];
export type AgencyLevel = Schemas['AgencyLevel'];
export type AgencyDetails = Schemas['AgencyDetails'];
export type MailboxDocument = Schemas['MailboxDocument'];
export type RecallDocument = Schemas['RecallDocument'];
export type RecallResult = Schemas['RecallResult'];
export type ArrivalRequest = Schemas['ArrivalRequest'];
export type ArrivalComparison = Schemas['ArrivalComparison'];
export type DecideRequest = Schemas['DecideRequest'];
export type LateKind = Schemas['LateKind'];
export type LateDelivery = Schemas['LateDelivery'];
export type LateCounts = Schemas['LateCounts'];
export type AttentionBox = 'open' | 'given-up';
export type DeliveryInAttention = Schemas['DeliveryInAttention'];
export type DeliveryInAttentionDetails = Schemas['DeliveryInAttentionDetails'];
export type SendOtherWay = Schemas['SendOtherWay'];
export type Connection = Schemas['Connection'];
export type ConnectionTest = Schemas['ConnectionTest'];
export type ConnectionChannel = Schemas['ConnectionChannel'];
export type WriteConnection = Schemas['WriteConnection'];
export type AgencyContact = Schemas['AgencyContact'];
export type AgencyImportLine = Schemas['AgencyImportLine'];
export type CalendarImportLine = Schemas['CalendarImportLine'];
export type ImportFault = Schemas['ImportFault'];
export type CalendarDay = Schemas['CalendarDay'];
export type CalendarDayKind = Schemas['CalendarDayKind'];
export type CalendarYear = Schemas['CalendarYear'];
export type WriteAgency = Schemas['WriteAgency'];
export type Signer = Schemas['Signer'];
export type SigningForm = Schemas['SigningForm'];
export type Person = Schemas['Person'];
export type PersonSummary = Schemas['PersonSummary'];
export type Post = Schemas['Post'];
export type PostHolder = Schemas['PostHolder'];
export type NewPost = Schemas['NewPost'];
export type Unit = Schemas['Unit'];
export type UnitList = Schemas['UnitList'];
export type Delegation = Schemas['Delegation'];

export type DocumentType = Schemas['DocumentType'];
export type KeptDocumentType = Schemas['KeptDocumentType'];
export type DocumentRelation = Schemas['DocumentRelation'];
export type RelatingDocument = Schemas['RelatingDocument'];
export type CorrectionKind = Schemas['CorrectDocument']['kind'];

export type Urgency = Schemas['Urgency'];
export type ExchangeMode = Schemas['ExchangeMode'];
export type DocumentState = Schemas['DocumentState'];
export type DocumentAction = Schemas['DocumentAction'];
export type DraftDocument = Schemas['DraftDocument'];
export type DocumentSummary = Schemas['DocumentSummary'];
export type DocumentFilter = Schemas['WriteSavedView']['filter'];
export type DeliveryFilter = Schemas['DeliveryFilter'];
export type DocumentOutcome = Schemas['DocumentOutcome'];
export type SavedView = Schemas['SavedView'];
export type WriteSavedView = Schemas['WriteSavedView'];
export type BulkAction = Schemas['BulkAction'];
export type BulkOutcome = Schemas['BulkOutcome'];
export type DocumentView = Schemas['Document'];
export type ReviewMode = Schemas['ReviewMode'];
export type Reviewer = Schemas['Reviewer'];
export type PlannedReviewer = Schemas['PlannedReviewer'];
export type ReviewRound = Schemas['ReviewRound'];
export type ReviewStepState = Schemas['ReviewStepState'];
export type Opinion = Schemas['Opinion'];
export type VersionSummary = Schemas['VersionSummary'];
export type Version = Schemas['Version'];
export type DocumentFile = Schemas['DocumentFile'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type DeliveryCounts = Schemas['DeliveryCounts'];
export type NumberState = Schemas['NumberState'];
export type Numbering = Schemas['Numbering'];
export type NumberingMode = Schemas['NumberingMode'];
export type RegisterEntry = Schemas['RegisterEntry'];
export type AddressedAgency = Schemas['AddressedAgency'];
export type ExternalBody = Schemas['ExternalBody'];
export type FurtherCopies = Schemas['FurtherCopies'];
export type InformedPerson = Schemas['InformedPerson'];
export type PaperReason = Schemas['PaperReason'];
export type PaperReasonChoice = Schemas['PaperReasonChoice'];
export type PaperSlip = Schemas['PaperSlip'];
export type PaperSlips = Schemas['PaperSlips'];
export type ScheduledSending = Schemas['ScheduledSending'];
export type Delivery = Schemas['Delivery'];
export type DeliveryState = Schemas['DeliveryState'];
export type ChannelName = Schemas['ChannelName'];
export type Alert = Schemas['Alert'];
export type AlertSettings = Schemas['AlertSettings'];
export type WriteAlertSettings = Schemas['WriteAlertSettings'];
export type ChannelFigures = Schemas['ChannelFigures'];
export type RecipientLine = Schemas['RecipientLine'];
export type DeliveryPause = Schemas['DeliveryPause'];
export type PauseDelivery = Schemas['PauseDelivery'];
export type JobFigures = Schemas['JobFigures'];
export type FailedJob = Schemas['FailedJob'];
export type TrackingEvent = Schemas['TrackingEvent'];

export type ArrivalState = Schemas['ArrivalState'];
export type ArrivalSummary = Schemas['ArrivalSummary'];
export type ArrivalView = Schemas['Arrival'];
export type ArrivalAction = Schemas['ArrivalAction'];
export type RegisterPaper = Schemas['RegisterPaper'];
export type ArrivalCheck = Schemas['ArrivalCheck'];
export type SameArrival = Schemas['SameArrival'];
export type Issuer = Schemas['Issuer'];
export type PaperLine = Schemas['PaperLine'];
export type Assignee = Schemas['Assignee'];
export type AssignmentAction = Schemas['AssignmentAction'];
export type AssignmentState = Schemas['AssignmentState'];
export type AssignmentView = Schemas['Assignment'];
export type AssignWork = Schemas['AssignWork'];
export type WorkItem = Schemas['WorkItem'];
export type IncomingEntry = Schemas['IncomingEntry'];
export type OutgoingReport = Schemas['OutgoingReport'];
export type OutgoingReportRow = Schemas['OutgoingReportRow'];
export type HandlingReport = Schemas['HandlingReport'];
export type HandlingReportRow = Schemas['HandlingReportRow'];

export type ArchiveEntry = Schemas['ArchiveEntry'];
export type ArchiveDirection = Schemas['ArchiveDirection'];

export type Share = Schemas['Share'];
export type ShareFigure = Schemas['ShareFigure'];
export type ShareIndicator = Schemas['ShareIndicator'];
export type Exchange = Schemas['Exchange'];

export type Access = Schemas['Access'];
export type AccessChange = Schemas['AccessChange'];
export type AccessChangeKind = Schemas['AccessChangeKind'];
export type AccessObjectType = Schemas['AccessObjectType'];
export type UnconfirmedAccess = Schemas['UnconfirmedAccess'];
export type Colleague = Schemas['Colleague'];

export type RecipientGroup = Schemas['RecipientGroup'];
export type RecipientGroupKind = Schemas['RecipientGroupKind'];
export type GroupMember = Schemas['GroupMember'];
export type AddressedGroup = Schemas['AddressedGroup'];

export type Plan = Schemas['Plan'];
export type PlanAction = Schemas['PlanAction'];
export type PlanState = Schemas['PlanState'];
export type PlanSummary = Schemas['PlanSummary'];
export type PlanStep = Schemas['PlanStep'];
export type WritePlan = Schemas['WritePlan'];
export type PlanFinding = Schemas['PlanFinding'];
export type PlanChange = Schemas['PlanChange'];
export type PlanPost = Schemas['PlanPost'];
export type AgencyFactsOfPlan = Schemas['AgencyFactsOfPlan'];
export type NewAgencyOfPlan = Extract<PlanStep, { kind: 'split' }>['parts'][number];
export type AgencyOfPlan = NonNullable<NewAgencyOfPlan['parent']>;

export type AgencyShare = Schemas['AgencyShare'];
export type ShareStructure = Schemas['ShareStructure'];

export type TrailEntry = Schemas['TrailEntry'];
export type TrailEntryDetails = Schemas['TrailEntryDetails'];
export type TrailState = Schemas['TrailState'];

export type ApiClientSummary = Schemas['ApiClientSummary'];
export type ApiClient = Schemas['ApiClient'];
export type ClientRole = Schemas['ClientRole'];
export type ClientScope = Schemas['ClientScope'];
export type ClientSecret = Schemas['ClientSecret'];

export type Webhook = Schemas['Webhook'];
export type WebhookKind = Schemas['WebhookKind'];
export type WebhookMessage = Schemas['WebhookMessage'];
export type WebhookMessageState = Schemas['WebhookMessageState'];
export type WebhookWithSecret = Schemas['WebhookWithSecret'];
export type WriteWebhook = Schemas['WriteWebhook'];

export type FileCheck = Schemas['FileCheck'];
export type StampFinding = Schemas['StampFinding'];

export type Notification = Schemas['Notification'];
export type ReadNotifications = Schemas['ReadNotifications'];
export type MailChoice = Schemas['MailChoice'];
export type NotificationSettings = Schemas['NotificationSettings'];
export type WriteNotificationSettings = Schemas['WriteNotificationSettings'];

export type LiveEvent = Schemas['LiveEvent'];
export type LiveTopic = LiveEvent['topic'];

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}
