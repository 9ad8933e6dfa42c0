import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Uploads } from './uploads.js';

/** The drafter gives up a file on its way; what was attached already stays. */
@Injectable()
export class EndUpload {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `document.wrong-state`, `upload.expired`. */
  async execute(actor: Actor, documentId: string, uploadId: string): Promise<void> {
    const upload = await this.uploads.open(actor, documentId, uploadId);
    await this.database.transaction(async () => {
      await this.database.query('SELECT FROM uploads WHERE id = $1 FOR UPDATE', [upload.id]);
      await this.uploads.discardPieces(upload);
      await this.database.query('DELETE FROM uploads WHERE id = $1', [upload.id]);
    });
  }
}
