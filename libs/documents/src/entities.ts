import { Attachment } from './files/attachment.entity.js';
import { Document } from './document.entity.js';
import { DocumentExternalRecipient } from './recipients/document-external-recipient.entity.js';
import { DocumentInformedPost } from './notices/document-informed-post.entity.js';
import { DocumentNotice } from './notices/document-notice.entity.js';
import { ExternalBody } from './recipients/external-body.entity.js';
import { ScheduledSending } from './sending/scheduled-sending.entity.js';
import { DocumentGroupMember } from './recipients/document-group-member.entity.js';
import { DocumentRecipientGroup } from './recipients/document-recipient-group.entity.js';
import { DocumentRelation } from './relations/document-relation.entity.js';
import { DocumentRecipient } from './recipients/document-recipient.entity.js';
import { examinationEntities } from './examination/examination-entities.js';
import { reviewEntities } from './reviews/review-entities.js';
import { AttachmentRendition } from './rendition/attachment-rendition.entity.js';
import { NumberSequence } from './numbering/number-sequence.entity.js';
import { NumberingSetting } from './numbering/numbering-setting.entity.js';
import { OutgoingEntry } from './numbering/outgoing-entry.entity.js';
import { uploadEntities } from './upload/upload-parts.js';

export const documentsEntities = [
  Document,
  DocumentRecipient,
  DocumentRecipientGroup,
  DocumentGroupMember,
  DocumentExternalRecipient,
  DocumentInformedPost,
  DocumentNotice,
  ExternalBody,
  ScheduledSending,
  DocumentRelation,
  Attachment,
  AttachmentRendition,
  ...examinationEntities,
  ...uploadEntities,
  ...reviewEntities,
  NumberingSetting,
  NumberSequence,
  OutgoingEntry,
];
