import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { DocumentMove } from '../document-lifecycle.js';
import { checkColumns, checkedFiles, type CheckRow, stateOf } from './check-row.js';

/** Milliseconds that somebody who issues waits for a look at a file that is under way. */
const patience = 8_000;
const lookEvery = 40;
/** Whoever waits keeps a connection of the pool: the others are told to come back. */
const mostWaiting = 5;

/** On to others of the agency. */
const handingOn: ReadonlySet<string> = new Set<DocumentMove>([
  'submit',
  'open-review',
  'agree',
  'finish-review',
  'approve',
]);
/** Out of the house, or on the way there. */
const leaving: ReadonlySet<string> = new Set(['issue', 'send', 'send-copies']);

/**
 * Where documents stop whose files are not in order. Handing a document on within the agency asks that nothing is
 * held; issuing and sending ask that every file was looked at. [own]
 */
@Injectable()
export class FileGate {
  private waiting = 0;

  constructor(private readonly database: Database) {}

  /**
   * In the transaction that holds the document.
   *
   * @throws DomainError `document.file-infected`, `document.file-held`, `document.file-waiting`.
   */
  async check(documentId: string, move: DocumentMove): Promise<void> {
    const isLeaving = leaving.has(move);
    if (!isLeaving && !handingOn.has(move)) {
      return;
    }
    const files = await this.files(documentId);
    files.forEach(refuseIfHeld);
    const unknown = files.find((file) => ['waiting', 'too-large'].includes(stateOf(file)));
    if (isLeaving && unknown !== undefined) {
      throw new DomainError('document.file-waiting', { fileName: unknown.fileName, reason: reasonOf(unknown) });
    }
  }

  /**
   * Before a document is held that is to leave: waits a moment for looks that are under way; not for a scanner that is
   * down. Whether they ended, `check` asks.
   */
  async settle(documentId: string, move: DocumentMove): Promise<void> {
    if (!leaving.has(move) || this.waiting >= mostWaiting) {
      return;
    }
    this.waiting += 1;
    try {
      const until = Date.now() + patience;
      while (Date.now() < until && (await this.files(documentId)).some(isUnderWay)) {
        await pause(lookEvery);
      }
    } finally {
      this.waiting -= 1;
    }
  }

  private async files(documentId: string): Promise<CheckRow[]> {
    return this.database.query<CheckRow>(
      `SELECT ${checkColumns} FROM ${checkedFiles} WHERE file.document_id = $1 ORDER BY file.position`,
      [documentId],
    );
  }
}

function isUnderWay(file: CheckRow): boolean {
  return stateOf(file) === 'waiting' && file.isPromised && !file.scannerDown;
}

function refuseIfHeld(file: CheckRow): void {
  const { fileName, signature, findings } = file;
  if (stateOf(file) === 'infected') {
    throw new DomainError('document.file-infected', { fileName, signature: signature ?? '' });
  }
  if (stateOf(file) === 'held') {
    throw new DomainError('document.file-held', { fileName, text: findings[0]?.text ?? '' });
  }
}

function reasonOf({ malware, scannerDown }: CheckRow): string {
  if (malware === 'too-large') {
    return 'too-large';
  }
  return scannerDown ? 'scanner-down' : 'under-way';
}
