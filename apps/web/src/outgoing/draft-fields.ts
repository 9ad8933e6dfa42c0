import type { DocumentView, DraftDocument, PlannedReviewer, ReviewMode, SigningForm, Urgency } from '../api/types.js';
import { addressedBody, type AddressedFields, addressedOf, nobodyAddressed } from './addressed-fields.js';

export interface DraftFields extends AddressedFields {
  readonly typeCode: string;
  readonly subject: string;
  readonly urgency: Urgency;
  readonly signerPostId: string;
  readonly signingForm: SigningForm | null;
  readonly dueDate: string | null;
  readonly draftingUnit: string;
  readonly pageAmount: number | null;
  readonly description: string;
  readonly language: string;
  readonly issuedAmount: number | null;
  /** The code of the file: kept once both its year and its notation are there. */
  readonly fileYear: number | null;
  readonly fileNotation: string;
  readonly fileOrdinal: number | null;
  readonly reviewMode: ReviewMode;
  readonly reviewers: readonly PlannedReviewer[];
}

/** What documents are written in unless somebody says otherwise. */
export const usualLanguage = 'Tiếng Việt';

export const noFields: DraftFields = {
  typeCode: '',
  subject: '',
  urgency: 'normal',
  signerPostId: '',
  signingForm: null,
  dueDate: null,
  draftingUnit: '',
  pageAmount: null,
  description: '',
  language: usualLanguage,
  issuedAmount: null,
  fileYear: null,
  fileNotation: '',
  fileOrdinal: null,
  ...nobodyAddressed,
  reviewMode: 'in-turn',
  reviewers: [],
};

export function fieldsOf(document: DocumentView): DraftFields {
  const { typeCode, subject, urgency, signerPostId, signingForm, dueDate, draftingUnit, pageAmount, description } =
    document;
  return {
    typeCode,
    subject,
    urgency,
    signerPostId,
    signingForm,
    dueDate,
    draftingUnit,
    pageAmount,
    description,
    language: document.language,
    issuedAmount: document.issuedAmount,
    fileYear: document.fileCode?.year ?? null,
    fileNotation: document.fileCode?.notation ?? '',
    fileOrdinal: document.fileOrdinal,
    ...addressedOf(document),
    reviewMode: document.reviewMode,
    reviewers: document.reviewers,
  };
}

/** What the API takes. Built field by field in one order, so that two drafts can be compared as text. */
export function bodyOf(fields: DraftFields): DraftDocument {
  return {
    typeCode: fields.typeCode,
    subject: fields.subject.trim(),
    urgency: fields.urgency,
    signerPostId: fields.signerPostId,
    signingForm: fields.signingForm,
    dueDate: fields.dueDate,
    draftingUnit: fields.draftingUnit.trim(),
    pageAmount: fields.pageAmount,
    description: fields.description.trim(),
    language: fields.language.trim() === '' ? usualLanguage : fields.language.trim(),
    issuedAmount: fields.issuedAmount,
    fileCode: fileCodeOf(fields),
    fileOrdinal: fields.fileOrdinal,
    ...addressedBody(fields),
    reviewMode: fields.reviewMode,
    reviewers: fields.reviewers.map(({ postId, dueOn }) => ({ postId, dueOn })),
  };
}

function fileCodeOf({ fileYear, fileNotation }: DraftFields): DraftDocument['fileCode'] {
  const notation = fileNotation.trim();
  return fileYear === null || notation === '' ? null : { year: fileYear, notation };
}

/** Whether only one of the two parts of the code of a file is there: it is kept when the other comes. */
export function isHalfFileCode({ fileYear, fileNotation }: DraftFields): boolean {
  return (fileYear === null) !== (fileNotation.trim() === '');
}

/** Whether anything stands in the fields that are folded away. */
export function hasMoreFields(fields: DraftFields): boolean {
  const { pageAmount, issuedAmount, fileYear, fileOrdinal } = fields;
  return (
    [pageAmount, issuedAmount, fileYear, fileOrdinal].some((value) => value !== null) ||
    fields.description !== '' ||
    fields.fileNotation !== '' ||
    fields.language !== usualLanguage
  );
}

export function sameDraft(one: DraftFields, other: DraftFields): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

/** Whether the API would keep this; less than this stays on the page until it is more. */
export function canBeKept({ typeCode, subject, signerPostId }: DraftFields): boolean {
  return typeCode !== '' && subject.trim() !== '' && signerPostId !== '';
}
