import type {
  AddressedGroup,
  AgencyRef,
  DocumentView,
  ExchangeMode,
  FurtherCopies,
  InformedPerson,
  PaperReasonChoice,
} from '../api/types.js';

export interface DraftRecipient {
  readonly agency: AgencyRef;
  readonly channel: ExchangeMode;
  readonly paperReason: PaperReasonChoice | null;
  /** In the directory without being on the system. */
  readonly onPaperOnly: boolean;
}

export interface DraftGroup {
  readonly group: Pick<AddressedGroup, 'id' | 'name' | 'memberCount' | 'isDeleted'>;
  readonly channel: ExchangeMode;
  readonly paperReason: PaperReasonChoice | null;
}

export interface DraftExternal {
  readonly name: string;
  readonly address: string;
  readonly paperReason: PaperReasonChoice | null;
}

export type DraftPerson = Pick<InformedPerson, 'postId' | 'fullName' | 'position'>;

/** Whom a draft or a further copy is for. */
export interface AddressedFields {
  readonly recipients: readonly DraftRecipient[];
  readonly groups: readonly DraftGroup[];
  readonly externals: readonly DraftExternal[];
  readonly people: readonly DraftPerson[];
}

export const nobodyAddressed: AddressedFields = { recipients: [], groups: [], externals: [], people: [] };

/** The reason that is right for whoever is not on the system; a person may choose another. */
export const notOnSystem: PaperReasonChoice = { code: 'not-on-system', note: '' };

export function addressedOf({ recipients, groups, externals, people }: DocumentView): AddressedFields {
  return {
    recipients: recipients.map(({ agency, channel, paperReason, onPaperOnly }) => ({
      agency,
      channel,
      paperReason: choiceOf(paperReason),
      onPaperOnly,
    })),
    groups: groups.map(({ channel, paperReason, ...group }) => ({
      group,
      channel,
      paperReason: choiceOf(paperReason),
    })),
    externals: externals.map(({ name, address, paperReason }) => ({
      name,
      address,
      paperReason: choiceOf(paperReason),
    })),
    people: people.map(({ postId, fullName, position }) => ({ postId, fullName, position })),
  };
}

/** What the API takes, in one order. What travels without paper keeps no reason for it. */
export function addressedBody({ recipients, groups, externals, people }: AddressedFields): FurtherCopies {
  return {
    recipients: recipients.map(({ agency, channel, paperReason }) => ({
      agencyId: agency.id,
      channel,
      paperReason: channel === 'electronic' ? null : trimmed(paperReason),
    })),
    groups: groups.map(({ group, channel, paperReason }) => ({
      groupId: group.id,
      channel,
      paperReason: channel === 'electronic' ? null : trimmed(paperReason),
    })),
    externals: externals.map(({ name, address, paperReason }) => ({
      name,
      address,
      paperReason: trimmed(paperReason),
    })),
    people: people.map(({ postId }) => ({ postId })),
  };
}

/** How many recipients of any kind, groups counted as one. */
export function addressedCount({ recipients, groups, externals, people }: AddressedFields): number {
  return recipients.length + groups.length + externals.length + people.length;
}

/** Whether somebody gets paper and nobody said why. */
export function lacksPaperReason({ recipients, groups, externals }: AddressedFields): boolean {
  return (
    [...recipients, ...groups].some(({ channel, paperReason }) => channel !== 'electronic' && paperReason === null) ||
    externals.some(({ paperReason }) => paperReason === null)
  );
}

/** Adds agencies that are not there yet, and never the sender itself. */
export function withRecipients<Fields extends AddressedFields>(
  fields: Fields,
  agencies: readonly (AgencyRef & { readonly level?: string })[],
  ownAgencyId: string,
  channel: ExchangeMode,
): Fields {
  const there = new Set([ownAgencyId, ...fields.recipients.map(({ agency }) => agency.id)]);
  const added = agencies
    .filter(({ id }) => !there.has(id))
    .map((agency): DraftRecipient => newRecipient(agency, channel));
  return added.length === 0 ? fields : { ...fields, recipients: [...fields.recipients, ...added] };
}

function newRecipient(agency: AgencyRef & { readonly level?: string }, channel: ExchangeMode): DraftRecipient {
  const { id, code, name, abbreviation } = agency;
  const onPaperOnly = agency.level === 'external';
  return {
    agency: { id, code, name, abbreviation },
    channel: onPaperOnly ? 'paper' : channel,
    paperReason: onPaperOnly ? notOnSystem : null,
    onPaperOnly,
  };
}

function choiceOf(reason: { readonly code: string; readonly note: string } | null): PaperReasonChoice | null {
  return reason === null ? null : { code: reason.code, note: reason.note };
}

function trimmed(reason: PaperReasonChoice | null): PaperReasonChoice | null {
  return reason === null ? null : { code: reason.code, note: reason.note.trim() };
}
