import { Attachment } from './attachment.entity.js';
import { Document } from './document.entity.js';
import { DocumentExternalRecipient } from './document-external-recipient.entity.js';
import { DocumentInformedPost } from './document-informed-post.entity.js';
import { DocumentNotice } from './document-notice.entity.js';
import { ExternalBody } from './external-body.entity.js';
import { ScheduledSending } from './scheduled-sending.entity.js';
import { DocumentGroupMember } from './document-group-member.entity.js';
import { DocumentRecipientGroup } from './document-recipient-group.entity.js';
import { DocumentRelation } from './document-relation.entity.js';
import { DocumentRecipient } from './document-recipient.entity.js';
import { examinationEntities } from './examination/examination-entities.js';
import { reviewEntities } from './review-entities.js';
import { NumberSequence } from './number-sequence.entity.js';
import { NumberingSetting } from './numbering-setting.entity.js';
import { OutgoingEntry } from './outgoing-entry.entity.js';
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
  ...examinationEntities,
  ...uploadEntities,
  ...reviewEntities,
  NumberingSetting,
  NumberSequence,
  OutgoingEntry,
];
