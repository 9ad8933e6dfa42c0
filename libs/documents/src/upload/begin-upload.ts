import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, DomainError, fileSizeInWords } from '#kernel';
import { Config, Database } from '#platform';
import { mediaTypeOf } from '../files/attachment-kind.js';
import { uploadLastsFor, type UploadRow } from './upload-row.js';
import { Uploads } from './uploads.js';

export interface BeginUploadCommand {
  readonly documentId: string;
  /** Made by the client: beginning again is going on, and the attachment gets this id. */
  readonly uploadId: string;
  readonly fileName: string;
  readonly size: number;
}

/** The drafter announces a file, or asks to go on with one that was announced before. */
@Injectable()
export class BeginUpload {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly uploads: Uploads,
  ) {}

  /**
   * @throws DomainError `attachment.name-invalid`, `attachment.kind-refused`, `attachment.empty`,
   * `attachment.too-large`, `attachment.id-reused`, `document.wrong-state`, `not-found`, `permission.denied`.
   */
  async execute(actor: Actor, { documentId, uploadId, fileName, size }: BeginUploadCommand): Promise<UploadRow> {
    await this.uploads.assertOpen(actor, documentId);
    mediaTypeOf(fileName);
    if (size === 0) {
      throw new DomainError('attachment.empty', { fileName });
    }
    if (size > this.config.uploadMaxBytes) {
      throw new DomainError('attachment.too-large', { maxSize: fileSizeInWords(this.config.uploadMaxBytes) });
    }
    await this.uploads.forgetEnded(uploadId);
    await this.database.query(
      `INSERT INTO uploads (id, document_id, file_name, size, received, expires_at) VALUES ($1, $2, $3, $4, 0, $5)
       ON CONFLICT (id) DO NOTHING`,
      [uploadId, documentId, fileName, size, new Date(this.clock.now().getTime() + uploadLastsFor)],
    );
    const upload = await this.uploads.find(uploadId);
    const isSame = upload?.documentId === documentId && upload.fileName === fileName && upload.size === size;
    if (!isSame) {
      throw new DomainError('attachment.id-reused');
    }
    return upload;
  }
}
