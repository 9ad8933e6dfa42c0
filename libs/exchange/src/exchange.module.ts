import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { DocumentsModule } from '#documents';
import { AlertClock, alertParts, TellAlerts } from './alerts/alert-parts.js';
import { CarryOutSending } from './carry-out-sending.js';
import { Channels } from './channel.js';
import { DeliverDispatch } from './deliver-dispatch.js';
import { deliveringParts, operatingParts } from './delivering/delivering-parts.js';
import { DeliveryClock } from './delivering/delivery-clock.js';
import { DeliveriesQuery } from './deliveries.query.js';
import { DispatchDocument } from './dispatch-document.js';
import { DocumentFilterChoicesQuery } from './document-filter-choices.query.js';
import { emailParts } from './email/email-parts.js';
import { ExportRegister } from './export-register.js';
import { GiveUpDispatch } from './give-up-dispatch.js';
import { LateDeliveriesQuery } from './late/late-deliveries.query.js';
import { LateMoments } from './late/late-moments.js';
import { MarkHandover } from './mark-handover.js';
import { MoveOneOfMany } from './move-one-of-many.js';
import { queueParts } from './operating/operating-parts.js';
import { OutgoingDocumentsQuery } from './outgoing-documents.query.js';
import { OutgoingRegisterQuery } from './outgoing-register.query.js';
import { PaperSlipsQuery } from './paper-slips.query.js';
import { RecordOpening } from './record-opening.js';
import { RecordTracking } from './record-tracking.js';
import { ReportDelivery } from './report-delivery.js';
import { RegisterSearch } from './register-search.js';
import { OutgoingReportQuery } from './outgoing-report.query.js';
import { ForwardDelivery } from './forward-delivery.js';
import { AddRecipients, SendCopies } from './send-copies.js';
import { savedViewParts } from './saved-views/saved-view-parts.js';
import { requestParts } from './requests/request-parts.js';
import { SavedViews } from './saved-views/saved-views.js';
import { SendDue } from './send-due.js';
import { SendingClock } from './sending-clock.js';
import { webhookParts } from './webhook/webhook-parts.js';
import { WriteDispatch } from './write-dispatch.js';

const provided = [
  Channels,
  DeliveriesQuery,
  DispatchDocument,
  DocumentFilterChoicesQuery,
  ExportRegister,
  LateDeliveriesQuery,
  MarkHandover,
  MoveOneOfMany,
  OutgoingDocumentsQuery,
  OutgoingRegisterQuery,
  PaperSlipsQuery,
  RecordOpening,
  RecordTracking,
  ReportDelivery,
  ForwardDelivery,
  OutgoingReportQuery,
  SendCopies,
  SendDue,
  ...alertParts,
  ...operatingParts,
  ...queueParts,
  ...requestParts,
  ...savedViewParts,
  ...emailParts,
  ...webhookParts,
];

@Module({
  imports: [AuditModule, DirectoryModule, DocumentsModule],
  providers: [
    ...provided,
    AddRecipients,
    CarryOutSending,
    DeliverDispatch,
    ...deliveringParts,
    GiveUpDispatch,
    LateMoments,
    RegisterSearch,
    SavedViews,
    TellAlerts,
    WriteDispatch,
  ],
  exports: provided,
})
export class ExchangeModule {}

/** What the worker does by the clock besides. */
@Module({ imports: [ExchangeModule], providers: [SendingClock, DeliveryClock, AlertClock] })
export class ExchangeWorkerModule {}
