import type { Urgency } from '#contracts';
import { issuingAuthority, signatureLines } from '../signature-line.js';
import { placeOf, superiorOf } from './agency-head.js';
import { longDate } from './long-date.js';
import { bodyOf, type BodyParagraph } from './sheet-body.js';
import type { SheetFacts } from './sheet-facts.js';
import { formOf, type SheetForm } from './sheet-form.js';

/** The parts of a sheet in the form of Decree 30/2020, Annex I. */
export interface Sheet {
  readonly form: SheetForm;
  readonly superior: string | null;
  readonly issuer: string;
  readonly symbolLine: string;
  /** Trích yếu of an official letter, under its symbol. */
  readonly letterSubject: string | null;
  readonly urgencyMark: string | null;
  readonly placeAndDate: string;
  readonly title: string | null;
  readonly titleSubject: string | null;
  readonly authority: string | null;
  /** Whom it is addressed to (Kính gửi); empty where the form has none. */
  readonly addressees: readonly string[];
  readonly body: readonly BodyParagraph[];
  readonly signatureLines: readonly string[];
  readonly signerName: string;
  /** Nơi nhận, line by line. */
  readonly copies: readonly string[];
}

const urgencyMarks: Readonly<Record<Urgency, string | null>> = {
  normal: null,
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
};

/** More are named by a list that goes with the document. [own] */
const mostNamed = 12;
const byList = 'Các cơ quan, đơn vị theo danh sách kèm theo';

/** Lays a document out by the rules of its type. */
export function sheetOf(facts: SheetFacts): Sheet {
  const { agencies, typeName, subject, signature } = facts;
  const form = formOf(facts);
  const isLetter = form === 'letter';
  const named = facts.recipients.length > mostNamed ? [byList] : facts.recipients;
  return {
    form,
    superior: superiorOf(agencies),
    issuer: inCapitals(agencies[0] ?? ''),
    symbolLine: `Số: ${facts.symbol ?? `……/${notationOf(facts)}`}`,
    letterSubject: isLetter ? `V/v ${subject.replace(/^(?:về việc|v\/v)\s+/iu, '')}` : null,
    urgencyMark: urgencyMarks[facts.urgency],
    placeAndDate: `${placeOf(agencies) ?? '………'}, ${dateOf(facts)}`,
    title: isLetter ? null : inCapitals(typeName),
    titleSubject: isLetter ? null : subject,
    authority: form === 'decision' ? issuingAuthority(signature) : null,
    addressees: hasAddressees(facts) ? named : [],
    body: bodyOf(form, facts),
    signatureLines: signatureLines(signature),
    signerName: facts.signerName,
    copies: copiesOf(form, facts, named),
  };
}

function dateOf({ issuedOn, today }: SheetFacts): string {
  return issuedOn === null ? `ngày …… tháng …… năm ${today.slice(0, 4)}` : longDate(issuedOn);
}

function notationOf({ typeAbbreviation, agencyAbbreviation, draftingUnit }: SheetFacts): string {
  if (typeAbbreviation !== null) {
    return `${typeAbbreviation}-${agencyAbbreviation}`;
  }
  return draftingUnit === '' ? agencyAbbreviation : `${agencyAbbreviation}-${draftingUnit}`;
}

/** Letters, and what is laid before a higher agency (Decree 30/2020, Annex I, II.9). */
function hasAddressees(facts: SheetFacts): boolean {
  return formOf(facts) === 'letter' || ['to-trinh', 'bao-cao'].includes(facts.typeCode);
}

/** The last line says that the clerk keeps one, then unit and person who drafted and the number of copies. */
function copiesOf(form: SheetForm, facts: SheetFacts, named: readonly string[]): string[] {
  const first = hasAddressees(facts) ? ['Như trên'] : [...(form === 'decision' ? ['Như Điều 3'] : []), ...named];
  const initials = facts.drafterName
    .split(' ')
    .map((word) => word.charAt(0).toLocaleUpperCase('vi'))
    .join('');
  const kept = [facts.draftingUnit, initials, facts.issuedAmount].filter((part) => part !== null && part !== '');
  return [...first.map((line) => `- ${line};`), `- Lưu: VT, ${kept.join('.')}.`];
}

function inCapitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
