import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { AllocateNumber } from './allocate-number.js';
import { AddAttachment } from './add-attachment.js';
import { AttachFile } from './attach-file.js';
import { CallOffSending } from './call-off-sending.js';
import { CheckAddressed } from './check-addressed.js';
import { CheckCopies } from './check-copies.js';
import { CheckDraft } from './check-draft.js';
import { CheckPaperReasons } from './check-paper-reasons.js';
import { CheckRecipients } from './check-recipients.js';
import { CompleteDocument } from './complete-document.js';
import { CorrectDocument } from './correct-document.js';
import { ApproveDocument, ReturnDocument } from './decide-document.js';
import { ExaminationClock, examinationProviders, examinationUseCases } from './examination/examination-parts.js';
import { reviewProviders, reviewUseCases } from './review-parts.js';
import { DocumentAccess } from './document-access.js';
import { DocumentQuery } from './document.query.js';
import { Documents } from './documents.js';
import { DraftDocument } from './draft-document.js';
import { DraftRelatedDocument } from './draft-related-document.js';
import { EditDocument } from './edit-document.js';
import { FollowNotices } from './follow-notices.js';
import { IssueDocument } from './issue-document.js';
import { registerProviders, registerUseCases } from './register-parts.js';
import { RecordedMembersQuery } from './recorded-members.query.js';
import { ExportTemplate } from './template/export-template.js';
import { SheetFactsQuery } from './template/sheet-facts.query.js';
import { ExternalBodiesQuery } from './external-bodies.query.js';
import { OrderAttachments } from './order-attachments.js';
import { NotifyColleagues } from './notify-colleagues.js';
import { ReadNotice } from './read-notice.js';
import { RelationsQuery } from './relations.query.js';
import { RememberExternalBodies } from './remember-external-bodies.js';
import { RemoveAttachment } from './remove-attachment.js';
import { ResolveGroups } from './resolve-groups.js';
import { ScheduleSending } from './schedule-sending.js';
import { StandInRecord } from './stand-in-record.js';
import { SubmitDocument } from './submit-document.js';
import { TakeOffFile } from './take-off-file.js';
import { TakeOverDocuments } from './take-over-documents.js';
import { WorkTimers } from './work-timers.js';
import { WriteNamed } from './write-named.js';
import { TakeOverNotices } from './take-over-notices.js';
import { WriteRecipients } from './write-recipients.js';
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
  NotifyColleagues,
  OrderAttachments,
  ReadNotice,
  RecordedMembersQuery,
  RelationsQuery,
  RememberExternalBodies,
  RemoveAttachment,
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
