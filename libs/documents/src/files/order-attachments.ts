import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { allowsMove } from '../document-lifecycle.js';
import { Documents } from '../documents.js';
import { StandInRecord } from '../stand-in-record.js';

export interface OrderCommand {
  readonly documentId: string;
  /** The version that the order was made on. */
  readonly version: number;
  /** Every file once; the first becomes the main text. */
  readonly attachmentIds: readonly string[];
}

interface StandingFile {
  readonly id: string;
  readonly fileName: string;
}

/** The drafter says which file is the main text and in which order its appendices follow. */
@Injectable()
export class OrderAttachments {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly standIn: StandInRecord,
    private readonly audit: Audit,
  ) {}

  /**
   * An order that stands already changes nothing, whatever the version: the answer to the first may have been lost.
   *
   * @throws DomainError `attachment.order-stale` unless every file is named once, `document.stale`, `document.wrong-state`.
   */
  async execute(actor: Actor, { documentId, version, attachmentIds }: OrderCommand): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'edit');
      if (!allowsMove(document.state, 'edit')) {
        throw new DomainError('document.wrong-state', { state: document.state });
      }
      const before = await this.filesOf(documentId);
      if (before.map(({ id }) => id).join() === attachmentIds.join()) {
        return;
      }
      if (document.version !== version) {
        throw new DomainError('document.stale');
      }
      const after = inOrder(before, attachmentIds);
      await this.documents.move(document, 'edit');
      await this.database.query(
        `UPDATE attachments AS file SET position = given.position
           FROM unnest($2::uuid[]) WITH ORDINALITY AS given(id, position)
          WHERE file.id = given.id AND file.document_id = $1 AND file.position <> given.position`,
        [documentId, attachmentIds],
      );
      await this.audit.record(actor, {
        action: 'document.files-ordered',
        objectType: 'document',
        objectId: documentId,
        note: after[0]?.fileName ?? '',
        data: await this.standIn.dataOf(actor, document.drafterPostId),
        before: { files: before.map((file) => ({ ...file })) },
        after: { files: after.map((file) => ({ ...file })) },
      });
    });
  }

  private async filesOf(documentId: string): Promise<StandingFile[]> {
    return this.database.query<StandingFile>(
      'SELECT id, file_name AS "fileName" FROM attachments WHERE document_id = $1 ORDER BY position',
      [documentId],
    );
  }
}

function inOrder(files: readonly StandingFile[], ids: readonly string[]): StandingFile[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  const ordered = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  if (ordered.length !== files.length || ids.length !== files.length) {
    throw new DomainError('attachment.order-stale');
  }
  return ordered;
}
