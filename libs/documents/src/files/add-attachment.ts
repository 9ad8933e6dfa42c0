import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, AttachmentView } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { RequestExamination } from '../examination/request-examination.js';

/** A stored file becomes part of a document, by whichever way it came: on record, and promised to be looked at. */
@Injectable()
export class AddAttachment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requestExamination: RequestExamination,
    private readonly audit: Audit,
  ) {}

  /** In the transaction that holds the document open. */
  async execute(actor: Actor, documentId: string, file: AttachmentView): Promise<void> {
    const { id, fileName, mediaType, size, digest } = file;
    await this.database.query(
      `INSERT INTO attachments (id, document_id, position, file_name, media_type, size, digest, uploaded_at)
       SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7 FROM attachments WHERE document_id = $2`,
      [id, documentId, fileName, mediaType, size, digest, this.clock.now()],
    );
    await this.requestExamination.execute(documentId, id);
    await this.audit.record(actor, {
      action: 'document.file-attached',
      objectType: 'document',
      objectId: documentId,
      note: fileName,
      data: { digest, size },
      after: { id, fileName, digest },
    });
  }
}
