import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, FileStore } from '#platform';
import { allowsMove } from '../document-lifecycle.js';
import { Documents } from '../documents.js';
import type { UploadRow } from './upload-row.js';

/** Files on their way, for those who may edit their draft. */
@Injectable()
export class Uploads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `document.wrong-state`. */
  async assertOpen(actor: Actor, documentId: string): Promise<void> {
    const { state } = await this.database.transaction(() => this.documents.readFor(actor, documentId, 'edit'));
    if (!allowsMove(state, 'edit')) {
      throw new DomainError('document.wrong-state', { state });
    }
  }

  /** @throws DomainError `not-found`, `permission.denied`, `document.wrong-state`, `upload.expired`. */
  async open(actor: Actor, documentId: string, id: string): Promise<UploadRow> {
    await this.assertOpen(actor, documentId);
    const upload = await this.find(id);
    if (upload === undefined || upload.documentId !== documentId || upload.isTakenOff) {
      throw new DomainError('not-found');
    }
    if (upload.expiresAt <= this.clock.now()) {
      throw new DomainError('upload.expired');
    }
    return upload;
  }

  async find(id: string): Promise<UploadRow | undefined> {
    const [row] = await this.database.query<UploadRow>(
      `SELECT id, document_id AS "documentId", file_name AS "fileName", size, received, expires_at AS "expiresAt",
              received = size AND NOT EXISTS (SELECT FROM attachments WHERE id = $1) AS "isTakenOff"
         FROM uploads WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** The names of the pieces in their order, as far as they lie before this byte. */
  async pieces(id: string, before: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM upload_pieces WHERE upload_id = $1 AND start < $2 ORDER BY start',
      [id, before],
    );
    return rows.map((row) => row.id);
  }

  /** So that the same file can be sent from its beginning under the same id: after its day, or after it was taken off. */
  async forgetEnded(id: string): Promise<void> {
    const upload = await this.find(id);
    if (upload === undefined || (upload.expiresAt > this.clock.now() && !upload.isTakenOff)) {
      return;
    }
    await this.discardPieces(upload);
    await this.database.query('DELETE FROM uploads WHERE id = $1 AND received = $2', [id, upload.received]);
  }

  /** Forgets the pieces. What the store does not remove now is left to its sweep. */
  async discardPieces({ id, size }: UploadRow): Promise<void> {
    for (const piece of await this.pieces(id, size)) {
      await this.files.discardStaged(piece).catch(() => undefined);
    }
    await this.database.query('DELETE FROM upload_pieces WHERE upload_id = $1', [id]);
  }
}
