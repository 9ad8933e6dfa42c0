import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { type DocumentRow, Documents } from '../documents.js';
import { checkColumns, checkedFiles, type CheckRow } from './check-row.js';
import { mayRelease, mayWithdraw } from './held-file-policy.js';

/** Reads a held file for a decision about it: the common first step of releasing and withdrawing. */
@Injectable()
export class HeldFiles {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /**
   * Holds the document until the transaction ends.
   *
   * @throws DomainError `document.file-not-held`, `not-found`, `permission.denied`.
   */
  async hold(
    actor: Actor,
    documentId: string,
    attachmentId: string,
    decision: 'release' | 'withdraw',
  ): Promise<{ document: DocumentRow; file: CheckRow }> {
    const document = await this.documents.hold(actor, documentId);
    if (!isPermitted(actor, 'document:decide-held')) {
      throw new DomainError('permission.denied');
    }
    const [file] = await this.database.query<CheckRow>(
      `SELECT ${checkColumns} FROM ${checkedFiles} WHERE file.id = $1 AND file.document_id = $2`,
      [attachmentId, documentId],
    );
    if (file === undefined) {
      throw new DomainError('not-found');
    }
    const may = decision === 'release' ? mayRelease : mayWithdraw;
    if (!may(actor, document.agencyId, document.state, file)) {
      throw new DomainError('document.file-not-held', { fileName: file.fileName });
    }
    return { document, file };
  }
}
