export * from './exchange-events.js';
export * from './entities.js';
export { Delivery } from './delivery.entity.js';
export { Dispatch } from './dispatch.entity.js';
export { TrackingEvent } from './tracking-event.entity.js';
export {
  Channel,
  Channels,
  DigestConflict,
  type RecallNotice,
  type RecallOutcome,
  RemoteChannel,
  type RemoteDelivery,
  SetChannel,
  type TakenBack,
  type TryOutcome,
} from './channel.js';
export { deliverDispatchJob, priorityOf } from './deliver-dispatch.job.js';
export { DeliveriesQuery } from './deliveries.query.js';
export { trackingCodes } from './delivery-tracking.js';
export { ReportDelivery } from './report-delivery.js';
export { DeliverDispatch } from './deliver-dispatch.js';
export { DispatchDocument } from './dispatch-document.js';
export { DocumentFilterChoicesQuery } from './document-filter-choices.query.js';
export { ExchangeModule, ExchangeWorkerModule } from './exchange.module.js';
export { ExportRegister, type RegisterBook } from './export-register.js';
export { ForwardDelivery } from './forward-delivery.js';
export { LateDeliveriesQuery } from './late/late-deliveries.query.js';
export { MarkHandover } from './mark-handover.js';
export { MoveOneOfMany } from './move-one-of-many.js';
export { OutgoingDocumentsQuery } from './outgoing-documents.query.js';
export { OutgoingRegisterQuery } from './outgoing-register.query.js';
export { OutgoingReportQuery } from './outgoing-report.query.js';
export { PaperSlipsQuery } from './paper-slips.query.js';
export { RecordOpening } from './record-opening.js';
export { RecordTracking } from './record-tracking.js';
export { RegisterSearch } from './register-search.js';
export { SendCopies } from './send-copies.js';
export { SendDue } from './send-due.js';
export { SendingClock } from './sending-clock.js';
export {
  AddSavedView,
  DeleteSavedView,
  EditSavedView,
  OrderSavedViews,
  SavedViewsQuery,
} from './saved-views/saved-view-parts.js';
export * from './delivering/delivering-parts.js';
export { AlertSettings, AlertsQuery, AlertSweep, TellAlerts } from './alerts/alert-parts.js';
export { DeliveryQueueQuery, RetryFailedJobs } from './operating/operating-parts.js';
export { AnswerByMailbox, AskByMailboxLink, MailboxLink, OpenByMailboxLink } from './email/email-parts.js';
export { DeliveredFileQuery } from './webhook/webhook-parts.js';
export { askedOf, type OpenRequest, RecallDocument, SettleRequests, TellRecall } from './requests/request-parts.js';
