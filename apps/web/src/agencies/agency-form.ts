import type { AgencyDetails, AgencyLevel, AgencyRef, WriteAgency } from '../api/types.js';

/** What stands in the fields of the dialog. */
export interface AgencyForm {
  readonly code: string;
  readonly code102: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyLevel;
  readonly parent: AgencyRef | null;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
}

export function formOf(agency: AgencyDetails | null, parent: AgencyRef | null): AgencyForm {
  if (agency === null) {
    const level = parent === null ? 'department' : 'subordinate';
    return { code: '', code102: '', name: '', abbreviation: '', level, parent, address: '', email: '', phone: '' };
  }
  const { code, code102, name, abbreviation, level, path, address, email, phone } = agency;
  return {
    code,
    code102: code102 ?? '',
    name,
    abbreviation,
    level,
    parent: path.at(-1) ?? null,
    address,
    email,
    phone,
  };
}

export function bodyOf({ parent, code102, ...fields }: AgencyForm): WriteAgency {
  return { ...fields, code102: code102.trim() === '' ? null : code102, parentId: parent?.id ?? null };
}
