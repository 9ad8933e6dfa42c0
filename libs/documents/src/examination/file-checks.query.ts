import { Injectable } from '@nestjs/common';
import type { Actor, DocumentChecks, DocumentState, FileCheckView, WithdrawnFileView } from '#contracts';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { checkColumns, checkedFiles, type CheckRow, stateOf } from './check-row.js';
import { mayRelease, mayWithdraw } from './held-file-policy.js';

interface Row extends CheckRow {
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
}

/** What was found in the files of a document, for everybody who reads it. */
@Injectable()
export class FileChecksQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async of(actor: Actor, documentId: string): Promise<DocumentChecks> {
    const { agencyId, state } = await this.documents.read(actor, documentId);
    const rows = await this.database.query<Row>(
      `SELECT ${checkColumns}, file_check.released_by_name AS "releasedBy", file_check.released_at AS "releasedAt",
              file_check.release_reason AS "releaseReason"
         FROM ${checkedFiles} WHERE file.document_id = $1 ORDER BY file.position`,
      [documentId],
    );
    const withdrawn = await this.database.query<Omit<WithdrawnFileView, 'at'> & { at: Date }>(
      `SELECT file_name AS "fileName", digest, findings, withdrawn_by_name AS by, withdrawn_at AS at, reason
         FROM withdrawn_files WHERE document_id = $1 ORDER BY withdrawn_at`,
      [documentId],
    );
    return {
      files: rows.map((row) => viewOf(actor, agencyId, state, row)),
      withdrawn: withdrawn.map((file) => ({ ...file, at: file.at.toISOString() })),
    };
  }
}

function viewOf(actor: Actor, agencyId: string, state: DocumentState, row: Row): FileCheckView {
  const { attachmentId, malware, stamp, signature, scannerDown, unread, unreadPages, findings } = row;
  const { releasedBy, releasedAt, releaseReason } = row;
  return {
    attachmentId,
    state: stateOf(row),
    malware,
    stamp,
    signature,
    scannerDown,
    unread,
    unreadPages,
    findings: [...findings],
    released:
      releasedAt === null ? null : { by: releasedBy ?? '', at: releasedAt.toISOString(), reason: releaseReason ?? '' },
    mayRelease: mayRelease(actor, agencyId, state, row),
    mayWithdraw: mayWithdraw(actor, agencyId, state, row),
  };
}
