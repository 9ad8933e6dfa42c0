import { Injectable } from '@nestjs/common';
import type { Actor, AttachmentView } from '#contracts';
import { DomainError } from '#kernel';
import { Database, type StoredFile } from '#platform';
import { AddAttachment } from './add-attachment.js';
import { mediaTypeOf } from './attachment-kind.js';
import { KeepFile } from './keep-file.js';
import { allowsMove } from '../document-lifecycle.js';
import { Documents } from '../documents.js';

export interface AttachCommand {
  readonly documentId: string;
  /** Made by the client, so that an upload repeated after a lost answer is the same attachment. */
  readonly attachmentId: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The drafter attaches a file: it streams into the store first, then becomes part of the document. */
@Injectable()
export class AttachFile {
  constructor(
    private readonly database: Database,
    private readonly keepFile: KeepFile,
    private readonly documents: Documents,
    private readonly addAttachment: AddAttachment,
  ) {}

  /**
   * @throws DomainError `attachment.kind-refused`, what KeepFile refuses, `attachment.id-reused`, `document.wrong-state`.
   */
  async execute(actor: Actor, command: AttachCommand): Promise<AttachmentView> {
    const { state } = await this.database.transaction(() => this.documents.readFor(actor, command.documentId, 'edit'));
    if (!allowsMove(state, 'edit')) {
      throw new DomainError('document.wrong-state', { state });
    }
    const mediaType = mediaTypeOf(command.fileName);
    const stored = await this.keepFile.execute(command);
    return this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, command.documentId, 'edit');
      const known = await this.find(command.attachmentId);
      if (known !== undefined) {
        return sameUpload(known, command, stored);
      }
      await this.documents.touch(document);
      const attachment = { id: command.attachmentId, fileName: command.fileName, mediaType, ...stored };
      await this.addAttachment.execute(actor, command.documentId, attachment);
      return attachment;
    });
  }

  private async find(id: string): Promise<(AttachmentView & { documentId: string }) | undefined> {
    const [row] = await this.database.query<AttachmentView & { documentId: string }>(
      `SELECT id, document_id AS "documentId", file_name AS "fileName", media_type AS "mediaType", size, digest
         FROM attachments WHERE id = $1`,
      [id],
    );
    return row;
  }
}

function sameUpload(
  { documentId, ...known }: AttachmentView & { documentId: string },
  command: AttachCommand,
  stored: StoredFile,
): AttachmentView {
  const same =
    documentId === command.documentId && known.fileName === command.fileName && known.digest === stored.digest;
  if (!same) {
    throw new DomainError('attachment.id-reused');
  }
  return known;
}
