import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { AllocateNumber } from './numbering/allocate-number.js';
import { AddAttachment } from './files/add-attachment.js';
import { AttachFile } from './files/attach-file.js';
import { KeepFile } from './files/keep-file.js';
import { LookAtScan } from './examination/look-at-scan.js';
import { CallOffSending } from './sending/call-off-sending.js';
import { CheckAddressed } from './recipients/check-addressed.js';
import { CheckCopies } from './recipients/check-copies.js';
import { CheckDraft } from './check-draft.js';
import { CheckPaperReasons } from './recipients/check-paper-reasons.js';
import { CheckRecipients } from './recipients/check-recipients.js';
import { CompleteDocument } from './complete-document.js';
import { CorrectDocument } from './relations/correct-document.js';
import { ApproveDocument, ReturnDocument } from './decide-document.js';
import { ExaminationClock, examinationProviders, examinationUseCases } from './examination/examination-parts.js';
import { reviewProviders, reviewUseCases } from './reviews/review-parts.js';
import { DocumentAccess } from './document-access.js';
import { DocumentQuery } from './document.query.js';
import { Documents } from './documents.js';
import { DraftDocument } from './draft-document.js';
import { DraftRelatedDocument } from './relations/draft-related-document.js';
import { EditDocument } from './edit-document.js';
import { FollowNotices } from './notices/follow-notices.js';
import { IssueDocument } from './issue-document.js';
import { MakeRendition } from './rendition/make-rendition.js';
import { Renditions } from './rendition/renditions.js';
import { registerProviders, registerUseCases } from './numbering/register-parts.js';
import { RecordedMembersQuery } from './recipients/recorded-members.query.js';
import { ExportTemplate } from './template/export-template.js';
import { SheetFactsQuery } from './template/sheet-facts.query.js';
import { ExternalBodiesQuery } from './recipients/external-bodies.query.js';
import { OrderAttachments } from './files/order-attachments.js';
import { NotifyColleagues } from './notices/notify-colleagues.js';
import { ReadNotice } from './notices/read-notice.js';
import { RelationsQuery } from './relations/relations.query.js';
import { RememberExternalBodies } from './recipients/remember-external-bodies.js';
import { RemoveAttachment } from './files/remove-attachment.js';
import { ResolveGroups } from './recipients/resolve-groups.js';
import { ScheduleSending } from './sending/schedule-sending.js';
import { StandInRecord } from './stand-in-record.js';
import { SubmitDocument } from './submit-document.js';
import { TakeOffFile } from './files/take-off-file.js';
import { TakeOverDocuments } from './take-over-documents.js';
import { WorkTimers } from './timers/work-timers.js';
import { WriteNamed } from './recipients/write-named.js';
import { TakeOverNotices } from './notices/take-over-notices.js';
import { WriteRecipients } from './recipients/write-recipients.js';
import { uploadProviders, uploadUseCases } from './upload/upload-parts.js';

const provided = [
  ...examinationUseCases,
  ...reviewUseCases,
  ...registerUseCases,
  ...uploadUseCases,
  AllocateNumber,
  ApproveDocument,
  AttachFile,
  CallOffSending,
  CheckCopies,
  CheckPaperReasons,
  CheckRecipients,
  CompleteDocument,
  CorrectDocument,
  DocumentQuery,
  Documents,
  DraftDocument,
  DraftRelatedDocument,
  EditDocument,
  ExportTemplate,
  ExternalBodiesQuery,
  FollowNotices,
  IssueDocument,
  KeepFile,
  LookAtScan,
  MakeRendition,
  NotifyColleagues,
  OrderAttachments,
  ReadNotice,
  RecordedMembersQuery,
  RelationsQuery,
  RememberExternalBodies,
  RemoveAttachment,
  Renditions,
  ResolveGroups,
  ReturnDocument,
  ScheduleSending,
  SubmitDocument,
  WriteRecipients,
];

@Module({
  imports: [AccessModule, AuditModule, DirectoryModule, IdentityModule],
  providers: [
    ...provided,
    ...examinationProviders,
    AddAttachment,
    ...reviewProviders,
    ...registerProviders,
    ...uploadProviders,
    SheetFactsQuery,
    CheckDraft,
    DocumentAccess,
    StandInRecord,
    TakeOffFile,
    TakeOverDocuments,
    WorkTimers,
    WriteNamed,
    CheckAddressed,
    TakeOverNotices,
  ],
  exports: provided,
})
export class DocumentsModule {}

/** What the worker does by the clock besides. */
@Module({ imports: [DocumentsModule], providers: [ExaminationClock] })
export class DocumentsWorkerModule {}
