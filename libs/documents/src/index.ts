export * from './document-events.js';
export * from './entities.js';
export { Attachment } from './attachment.entity.js';
export { Document } from './document.entity.js';
export { DocumentGroupMember } from './document-group-member.entity.js';
export { DocumentRecipientGroup } from './document-recipient-group.entity.js';
export { DocumentRelation } from './document-relation.entity.js';
export { DocumentRecipient } from './document-recipient.entity.js';
export { NumberSequence } from './number-sequence.entity.js';
export { NumberingSetting } from './numbering-setting.entity.js';
export { OutgoingEntry } from './outgoing-entry.entity.js';
export { type Addressed, namesNobody } from './addressed.js';
export { addressedRecipients } from './addressed-recipients.js';
export * from './review-entities.js';
export {
  AgreeToDocument,
  BreakOffReviews,
  CallBackDocument,
  CommentOnVersion,
  GiveBackDocument,
  KeepVersion,
  OpinionsQuery,
  ReviewersQuery,
  VersionsQuery,
} from './review-parts.js';
export { CancelNumber, NumberingQuery, ReserveNumber, SetNumbering } from './register-parts.js';
export { numberInWords } from './number-series.js';
export { askedOf, isReviewedBy } from './guarded-columns.js';
export { AllocateNumber } from './allocate-number.js';
export {
  ExaminationClock,
  ExaminationSweep,
  examineFileJob,
  ExamineFile,
  HoldCopies,
  FileCheck,
  FileChecksQuery,
  isHeld,
  ReleaseFile,
  RequestExamination,
  WithdrawFile,
  WithdrawnFile,
} from './examination/examination-parts.js';
export {
  BeginUpload,
  EndUpload,
  ReceiveUpload,
  Upload,
  uploadLastsFor,
  UploadPiece,
  UploadQuery,
  type UploadRow,
} from './upload/upload-parts.js';
export { AttachFile } from './attach-file.js';
export { CallOffSending } from './call-off-sending.js';
export { CheckCopies } from './check-copies.js';
export { CheckPaperReasons } from './check-paper-reasons.js';
export { CheckRecipients } from './check-recipients.js';
export { CompleteDocument } from './complete-document.js';
export { citation } from './citation.js';
export { contentDigest, type IssuedContent } from './content-digest.js';
export { CorrectDocument } from './correct-document.js';
export { ApproveDocument, ReturnDocument } from './decide-document.js';
export { documentIsOpenTo } from './narrowed-documents.js';
export { DocumentQuery } from './document.query.js';
export { type DocumentRow, Documents } from './documents.js';
export { DocumentsModule, DocumentsWorkerModule } from './documents.module.js';
export { DraftDocument } from './draft-document.js';
export { DraftRelatedDocument } from './draft-related-document.js';
export { EditDocument } from './edit-document.js';
export { ExternalBodiesQuery } from './external-bodies.query.js';
export { FollowNotices } from './follow-notices.js';
export { DocumentExternalRecipient } from './document-external-recipient.entity.js';
export { DocumentInformedPost } from './document-informed-post.entity.js';
export { DocumentNotice } from './document-notice.entity.js';
export { ExternalBody } from './external-body.entity.js';
export { ScheduledSending } from './scheduled-sending.entity.js';
export { IssueDocument } from './issue-document.js';
export { NotifyColleagues } from './notify-colleagues.js';
export { OrderAttachments } from './order-attachments.js';
export { partAt } from './document-part.js';
export { ReadNotice } from './read-notice.js';
export { RecordedMembersQuery } from './recorded-members.query.js';
export { ExportTemplate } from './template/export-template.js';
export { isWorkLate, workDueAt } from './work-due.js';
export { RelationsQuery } from './relations.query.js';
export { RememberExternalBodies } from './remember-external-bodies.js';
export { RemoveAttachment } from './remove-attachment.js';
export { ResolveGroups } from './resolve-groups.js';
export { ScheduleSending } from './schedule-sending.js';
export { StandInRecord } from './stand-in-record.js';
export { SubmitDocument } from './submit-document.js';
export { WriteRecipients } from './write-recipients.js';
