export * from './document-events.js';
export * from './entities.js';
export { Attachment } from './files/attachment.entity.js';
export { Document } from './document.entity.js';
export { DocumentGroupMember } from './recipients/document-group-member.entity.js';
export { DocumentRecipientGroup } from './recipients/document-recipient-group.entity.js';
export { DocumentRelation } from './relations/document-relation.entity.js';
export { DocumentRecipient } from './recipients/document-recipient.entity.js';
export { NumberSequence } from './numbering/number-sequence.entity.js';
export { NumberingSetting } from './numbering/numbering-setting.entity.js';
export { OutgoingEntry } from './numbering/outgoing-entry.entity.js';
export { type Addressed, namesNobody } from './recipients/addressed.js';
export { addressedRecipients } from './recipients/addressed-recipients.js';
export * from './reviews/review-entities.js';
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
} from './reviews/review-parts.js';
export { CancelNumber, NumberingQuery, ReserveNumber, SetNumbering } from './numbering/register-parts.js';
export { numberInWords } from './numbering/number-series.js';
export { askedOf, isReviewedBy } from './guarded-columns.js';
export { AllocateNumber } from './numbering/allocate-number.js';
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
export { AttachFile } from './files/attach-file.js';
export { KeepFile } from './files/keep-file.js';
export { mediaTypeOf } from './files/attachment-kind.js';
export { LookAtScan } from './examination/look-at-scan.js';
export { CallOffSending } from './sending/call-off-sending.js';
export { CheckCopies } from './recipients/check-copies.js';
export { CheckPaperReasons } from './recipients/check-paper-reasons.js';
export { CheckRecipients } from './recipients/check-recipients.js';
export { CompleteDocument } from './complete-document.js';
export { citation } from './relations/citation.js';
export { contentDigest, type IssuedContent } from './content-digest.js';
export { CorrectDocument } from './relations/correct-document.js';
export { ApproveDocument, ReturnDocument } from './decide-document.js';
export { documentIsOpenTo } from './narrowed-documents.js';
export { DocumentQuery } from './document.query.js';
export { allowsMove } from './document-lifecycle.js';
export { type DocumentRow, Documents } from './documents.js';
export { DocumentsModule, DocumentsWorkerModule } from './documents.module.js';
export { DraftDocument } from './draft-document.js';
export { DraftRelatedDocument } from './relations/draft-related-document.js';
export { EditDocument } from './edit-document.js';
export { ExternalBodiesQuery } from './recipients/external-bodies.query.js';
export { FollowNotices } from './notices/follow-notices.js';
export { DocumentExternalRecipient } from './recipients/document-external-recipient.entity.js';
export { DocumentInformedPost } from './notices/document-informed-post.entity.js';
export { DocumentNotice } from './notices/document-notice.entity.js';
export { ExternalBody } from './recipients/external-body.entity.js';
export { ScheduledSending } from './sending/scheduled-sending.entity.js';
export { IssueDocument } from './issue-document.js';
export { NotifyColleagues } from './notices/notify-colleagues.js';
export { OrderAttachments } from './files/order-attachments.js';
export { partAt } from './document-part.js';
export { ReadNotice } from './notices/read-notice.js';
export { RecordedMembersQuery } from './recipients/recorded-members.query.js';
export { ExportTemplate } from './template/export-template.js';
export { isWorkLate, workDueAt } from './timers/work-due.js';
export { RelationsQuery } from './relations/relations.query.js';
export { RememberExternalBodies } from './recipients/remember-external-bodies.js';
export { RemoveAttachment } from './files/remove-attachment.js';
export { AttachmentRendition } from './rendition/attachment-rendition.entity.js';
export { MakeRendition } from './rendition/make-rendition.js';
export { Renditions } from './rendition/renditions.js';
export { ResolveGroups } from './recipients/resolve-groups.js';
export { ScheduleSending } from './sending/schedule-sending.js';
export { StandInRecord } from './stand-in-record.js';
export { SubmitDocument } from './submit-document.js';
export { WriteRecipients } from './recipients/write-recipients.js';
