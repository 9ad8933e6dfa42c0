import { Attachment } from './attachment.entity.js';
import { Document } from './document.entity.js';
import { DocumentRecipient } from './document-recipient.entity.js';
import { NumberSequence } from './number-sequence.entity.js';
import { OutgoingEntry } from './outgoing-entry.entity.js';

export const documentsEntities = [Document, DocumentRecipient, Attachment, NumberSequence, OutgoingEntry];
