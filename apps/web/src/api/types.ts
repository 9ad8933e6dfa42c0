import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SessionNeed = NonNullable<Session['needs']>;
export type Permission = Session['permissions'][number];
export type Role = Schemas['Role'];
export type DeskCounts = Schemas['DeskCounts'];

export type AgencyRef = Schemas['AgencyRef'];
export type Agency = Schemas['Agency'];
export type AgencyLevel = Schemas['AgencyLevel'];
export type Signer = Schemas['Signer'];
export type DocumentType = Schemas['DocumentType'];

export type Urgency = Schemas['Urgency'];
export type ExchangeMode = Schemas['ExchangeMode'];
export type DocumentState = Schemas['DocumentState'];
export type DocumentAction = Schemas['DocumentAction'];
export type DraftDocument = Schemas['DraftDocument'];
export type DocumentSummary = Schemas['DocumentSummary'];
export type DocumentView = Schemas['Document'];
export type Attachment = Schemas['Attachment'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type DeliveryCounts = Schemas['DeliveryCounts'];
export type Delivery = Schemas['Delivery'];
export type DeliveryState = Schemas['DeliveryState'];
export type TrackingEvent = Schemas['TrackingEvent'];

export type ArrivalState = Schemas['ArrivalState'];
export type ArrivalSummary = Schemas['ArrivalSummary'];
export type ArrivalView = Schemas['Arrival'];
export type ArrivalAction = Schemas['ArrivalAction'];

export type ArchiveEntry = Schemas['ArchiveEntry'];
export type ArchiveDirection = Schemas['ArchiveDirection'];

export type Share = Schemas['Share'];
export type ShareFigure = Schemas['ShareFigure'];
export type ShareIndicator = Schemas['ShareIndicator'];
export type Exchange = Schemas['Exchange'];

export type LiveEvent = Schemas['LiveEvent'];
export type LiveTopic = LiveEvent['topic'];

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}
