import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { DomainError, newId } from '#kernel';
import { Database, FileStore, HEAD_BYTES } from '#platform';
import { AttachFile } from '../files/attach-file.js';
import { checkContent } from '../files/attachment-kind.js';
import { piecesOf } from './pieces-of.js';
import type { UploadRow } from './upload-row.js';
import { Uploads } from './uploads.js';

/** What a process holds in memory of a file, and what a process that dies loses of it at most. */
const pieceBytes = 8 * 1024 * 1024;

export interface ReceiveUploadCommand {
  readonly documentId: string;
  readonly uploadId: string;
  /** Where in the file the content begins. */
  readonly offset: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * More bytes of a file come in. Each piece counts once it is on the disk of the store, for every process of the system;
 * the last one counts once the file is attached, so that who asks after a crash sends it again and attaches then.
 */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly uploads: Uploads,
    private readonly attachFile: AttachFile,
  ) {}

  /**
   * Answers how many bytes of the file have come by now.
   *
   * @throws DomainError `upload.wrong-offset`, `upload.too-long`, `upload.expired`, and what AttachFile
   * refuses.
   */
  async execute(actor: Actor, { documentId, uploadId, offset, content }: ReceiveUploadCommand): Promise<number> {
    const upload = await this.uploads.open(actor, documentId, uploadId);
    if (upload.received !== offset) {
      throw new DomainError('upload.wrong-offset');
    }
    let received = offset;
    for await (const piece of piecesOf(content, pieceBytes)) {
      if (received + piece.byteLength > upload.size) {
        throw new DomainError('upload.too-long');
      }
      await this.keep(actor, upload, received, piece);
      received += piece.byteLength;
    }
    return received;
  }

  private async keep(actor: Actor, upload: UploadRow, start: number, piece: Buffer): Promise<void> {
    const isLast = start + piece.byteLength === upload.size;
    if (start === 0 && (isLast || piece.byteLength >= HEAD_BYTES)) {
      await checkContent(upload.fileName, piece.subarray(0, HEAD_BYTES));
    }
    const id = newId();
    await this.files.stage(id, piece);
    try {
      await (isLast
        ? this.finish(actor, upload, { id, start })
        : this.note(upload, { id, start, size: piece.byteLength }));
    } catch (error) {
      await this.files.discardStaged(id).catch(() => undefined);
      throw error;
    }
  }

  /** @throws DomainError `upload.wrong-offset` when another request was faster. */
  private async note(upload: UploadRow, piece: { id: string; start: number; size: number }): Promise<void> {
    await this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        'UPDATE uploads SET received = $3 WHERE id = $1 AND received = $2',
        [upload.id, piece.start, piece.start + piece.size],
      );
      if (affected !== 1) {
        throw new DomainError('upload.wrong-offset');
      }
      await this.database.query('INSERT INTO upload_pieces (id, upload_id, start, size) VALUES ($1, $2, $3, $4)', [
        piece.id,
        upload.id,
        piece.start,
        piece.size,
      ]);
    });
  }

  private async finish(actor: Actor, upload: UploadRow, last: { id: string; start: number }): Promise<void> {
    const { id: attachmentId, documentId, fileName } = upload;
    const content = this.bytes([...(await this.uploads.pieces(upload.id, last.start)), last.id]);
    try {
      await this.attachFile.execute(actor, { documentId, attachmentId, fileName, content });
    } catch (error) {
      // Who finished it a moment before has taken the pieces away under this reading.
      const now = await this.uploads.find(upload.id);
      if (now?.received !== upload.size) {
        throw error;
      }
    }
    await this.database.query('UPDATE uploads SET received = size WHERE id = $1', [upload.id]);
    await this.files.discardStaged(last.id).catch(() => undefined);
    await this.uploads.discardPieces(upload);
  }

  private async *bytes(pieces: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
    for (const piece of pieces) {
      yield* (await this.files.openStaged(piece)) as AsyncIterable<Uint8Array>;
    }
  }
}
