import type {
  AddressedGroup,
  AgencyRef,
  DocumentView,
  DraftDocument,
  ExchangeMode,
  PlannedReviewer,
  ReviewMode,
  SigningForm,
  Urgency,
} from '../api/types.js';

export interface DraftRecipient {
  readonly agency: AgencyRef;
  readonly channel: ExchangeMode;
}

export interface DraftGroup {
  readonly group: Pick<AddressedGroup, 'id' | 'name' | 'memberCount' | 'isDeleted'>;
  readonly channel: ExchangeMode;
}

export interface DraftFields {
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
  readonly recipients: readonly DraftRecipient[];
  readonly groups: readonly DraftGroup[];
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
  recipients: [],
  groups: [],
  reviewMode: 'in-turn',
  reviewers: [],
};

export function fieldsOf(document: DocumentView): DraftFields {
  const { typeCode, subject, urgency, signerPostId, signingForm, dueDate, draftingUnit, pageAmount, description } =
    document;
  const recipients = document.recipients.map(({ agency, channel }) => ({ agency, channel }));
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
    recipients,
    groups: document.groups.map(({ channel, ...group }) => ({ group, channel })),
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
    recipients: fields.recipients.map(({ agency, channel }) => ({ agencyId: agency.id, channel })),
    groups: fields.groups.map(({ group, channel }) => ({ groupId: group.id, channel })),
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

/** Adds agencies that are not there yet, and never the sender itself. */
export function withRecipients(
  fields: DraftFields,
  agencies: readonly AgencyRef[],
  ownAgencyId: string,
  channel: ExchangeMode,
): DraftFields {
  const there = new Set([ownAgencyId, ...fields.recipients.map(({ agency }) => agency.id)]);
  const added = agencies.filter(({ id }) => !there.has(id)).map((agency) => ({ agency, channel }));
  return added.length === 0 ? fields : { ...fields, recipients: [...fields.recipients, ...added] };
}
