import { newId } from '../api/new-id.js';
import type { PaperLine } from '../api/types.js';
import { missingOf, noPaper, type PaperFields } from './paper-fields.js';

/** A line of the table before and after it is registered. */
export interface TableLine {
  readonly id: string;
  /** The Idempotency-Key: a line that is sent again after a lost answer gets the number that it has. */
  readonly key: string;
  readonly fields: PaperFields;
  /** What the file said that can’t be read. */
  readonly faults: readonly string[];
  readonly evenIfSame: boolean;
  /** What the server said no to. */
  readonly refusal: { readonly code: string; readonly words: string } | null;
  readonly registered: { readonly id: string; readonly number: number } | null;
}

export function emptyLine(from: PaperFields = noPaper): TableLine {
  const { typeCode, arrivedOn } = from;
  const fields = { ...noPaper, typeCode, arrivedOn };
  return { id: newId(), key: newId(), fields, faults: [], evenIfSame: false, refusal: null, registered: null };
}

export function lineOf({ row: _row, issuer, typeCode, faults, ...rest }: PaperLine): TableLine {
  const fields = {
    ...noPaper,
    ...rest,
    issuerId: issuer.agencyId,
    issuerName: issuer.name,
    typeCode: typeCode ?? '',
  };
  return { ...emptyLine(), fields, faults: faults.map(({ column, message }) => `${column}: ${message}`) };
}

/** What is changed is another wish; what the file said wrong is forgotten with it. */
export function changed(line: TableLine, part: Partial<PaperFields>): TableLine {
  return { ...line, key: newId(), fields: { ...line.fields, ...part }, faults: [], refusal: null, evenIfSame: false };
}

export function isEmpty({ fields }: TableLine): boolean {
  return [fields.issuerName, fields.symbol, fields.subject, fields.issuedOn ?? ''].every((text) => text.trim() === '');
}

export function isReady(line: TableLine): boolean {
  return line.registered === null && !isEmpty(line) && missingOf(line.fields).length === 0;
}

const place = 'vanthu.paper-table';

/** What was typed outlives a reload of the page, in this window alone. */
export function keptLines(storage: Storage): TableLine[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? '[]');
    return Array.isArray(kept) && kept.length > 0 ? (kept as TableLine[]) : [emptyLine()];
  } catch {
    return [emptyLine()];
  }
}

export function keepLines(storage: Storage, lines: readonly TableLine[]): void {
  storage.setItem(place, JSON.stringify(lines));
}
