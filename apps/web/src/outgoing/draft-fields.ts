import type {
  AddressedGroup,
  AgencyRef,
  DocumentView,
  DraftDocument,
  ExchangeMode,
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
  readonly recipients: readonly DraftRecipient[];
  readonly groups: readonly DraftGroup[];
}

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
  recipients: [],
  groups: [],
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
    recipients,
    groups: document.groups.map(({ channel, ...group }) => ({ group, channel })),
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
    recipients: fields.recipients.map(({ agency, channel }) => ({ agencyId: agency.id, channel })),
    groups: fields.groups.map(({ group, channel }) => ({ groupId: group.id, channel })),
  };
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
