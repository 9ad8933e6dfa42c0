import type { ArrivalView, DocumentType, RegisterPaper, Urgency } from '../api/types.js';
import { fold } from '../ui/fold.js';

/** What a clerk enters of a paper, as the form holds it. */
export interface PaperFields {
  readonly issuerId: string | null;
  readonly issuerName: string;
  readonly symbol: string;
  readonly issuedOn: string | null;
  readonly typeCode: string;
  readonly subject: string;
  readonly pageCount: number | null;
  readonly urgency: Urgency;
  readonly dueDate: string | null;
  readonly signerName: string;
  /** Today when it is null. */
  readonly arrivedOn: string | null;
}

export type PaperField = keyof PaperFields;

/** Most paper is an official letter. */
export const usualType = 'cong-van';

export const noPaper: PaperFields = {
  issuerId: null,
  issuerName: '',
  symbol: '',
  issuedOn: null,
  typeCode: usualType,
  subject: '',
  pageCount: null,
  urgency: 'normal',
  dueDate: null,
  signerName: '',
  arrivedOn: null,
};

/** The next paper of the same post: its type and its day stay. */
export function nextPaper({ typeCode, arrivedOn }: PaperFields): PaperFields {
  return { ...noPaper, typeCode, arrivedOn };
}

export function missingOf(fields: PaperFields): PaperField[] {
  const needed = ['issuerName', 'symbol', 'issuedOn', 'typeCode', 'subject'] as const;
  return needed.filter((name) => (fields[name] ?? '').trim() === '');
}

/** What is sent; the day of issue is there once nothing is missing. */
export function bodyOf(fields: PaperFields): Omit<RegisterPaper, 'evenIfSame'> {
  const { issuerId, issuerName, symbol, typeCode, subject, pageCount, urgency, dueDate, signerName } = fields;
  return {
    issuer: issuerId === null ? { name: issuerName.trim() } : { agencyId: issuerId },
    symbol: symbol.trim(),
    issuedOn: fields.issuedOn ?? '',
    typeCode,
    subject: subject.trim(),
    pageCount,
    urgency,
    dueDate,
    signerName: signerName.trim(),
    ...(fields.arrivedOn === null ? {} : { arrivedOn: fields.arrivedOn }),
  };
}

/** What was entered before, to be corrected. */
export function fieldsOf(arrival: ArrivalView, types: readonly DocumentType[]): PaperFields {
  return {
    issuerId: arrival.sender.id,
    issuerName: arrival.sender.name,
    symbol: arrival.symbol,
    issuedOn: arrival.issuedOn,
    typeCode: types.find(({ name }) => fold(name) === fold(arrival.typeName))?.code ?? '',
    subject: arrival.subject,
    pageCount: arrival.pageCount,
    urgency: arrival.urgency,
    dueDate: arrival.dueDate,
    signerName: arrival.signer.fullName,
    arrivedOn: dayHere(new Date(arrival.arrivedAt)),
  };
}

/** The day in the time of the offices, whatever the computer is set to. */
export function dayHere(moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(moment);
}

/**
 * A day as clerks write it quickly: 5/12 is the last 5 December that there was, 5/12/17 and 051217 are of 2017. Null for
 * what is no day.
 */
export function quickDay(text: string, today: string): string | null {
  const packed = /^\s*(\d{2})(\d{2})(\d{2}|\d{4})?\s*$/.exec(text);
  const parted = /^\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?\s*$/.exec(text);
  const [, day = '', month = '', year] = packed ?? parted ?? [];
  const thisYear = Number(today.slice(0, 4));
  const inYear = (given: number): string | null => {
    const date = `${given}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const moment = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : null;
  };
  if (day === '') {
    return null;
  }
  if (year !== undefined) {
    return inYear(year.length === 2 ? 2000 + Number(year) : Number(year));
  }
  const date = inYear(thisYear);
  return date !== null && date > today ? inYear(thisYear - 1) : date;
}
