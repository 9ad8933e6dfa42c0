import type { FileCheckState, MalwareState, StampFinding, StampState, UnreadReason } from '#contracts';

/** What is known of a file, as the rules look at it. */
export interface CheckRow {
  readonly attachmentId: string;
  readonly documentId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
  readonly malware: MalwareState;
  readonly signature: string | null;
  readonly scannerDown: boolean;
  readonly stamp: StampState;
  readonly unread: UnreadReason | null;
  readonly unreadPages: number | null;
  readonly findings: readonly StampFinding[];
  readonly tries: number;
  /** Whether it is promised that it is looked at. */
  readonly isPromised: boolean;
}

/** The columns of `CheckRow` from `file` (attachments) and `file_check` beside it, which may be missing. */
export const checkColumns = `
  file.id AS "attachmentId", file.document_id AS "documentId", file.file_name AS "fileName",
  file.media_type AS "mediaType", file.size, file.digest, coalesce(file_check.malware, 'waiting') AS malware,
  file_check.signature, coalesce(file_check.scanner_down, false) AS "scannerDown",
  coalesce(file_check.stamp, 'waiting') AS stamp, file_check.unread, file_check.unread_pages AS "unreadPages",
  coalesce(file_check.findings, '[]') AS findings, coalesce(file_check.tries, 0) AS tries,
  file_check.next_try_at IS NOT NULL AS "isPromised"`;

export const checkedFiles =
  'attachments AS file LEFT JOIN file_checks AS file_check ON file_check.attachment_id = file.id';

/** What both looks together mean, the gravest first. */
export function stateOf({ malware, stamp }: Pick<CheckRow, 'malware' | 'stamp'>): FileCheckState {
  if (malware === 'infected') {
    return 'infected';
  }
  if (stamp === 'held') {
    return 'held';
  }
  if (malware === 'too-large') {
    return 'too-large';
  }
  if (malware === 'waiting' || stamp === 'waiting') {
    return 'waiting';
  }
  return stamp === 'unread' ? 'not-checked' : 'checked';
}

/** The condition that a document is held: a decision about one of its files is missing. */
export function isHeld(document: string): string {
  return `EXISTS (SELECT 1 FROM file_checks AS held_file
                   WHERE held_file.document_id = ${document}.id
                     AND (held_file.stamp = 'held' OR held_file.malware = 'infected'))`;
}
