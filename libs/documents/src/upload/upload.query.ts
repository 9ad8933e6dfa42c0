import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import type { UploadRow } from './upload-row.js';
import { Uploads } from './uploads.js';

/** How far a file has come. */
@Injectable()
export class UploadQuery {
  constructor(private readonly uploads: Uploads) {}

  /** @throws DomainError `not-found`, `permission.denied`, `document.wrong-state`, `upload.expired`. */
  async one(actor: Actor, documentId: string, uploadId: string): Promise<UploadRow> {
    return this.uploads.open(actor, documentId, uploadId);
  }
}
