import type { Post, Role, SigningForm } from '../api/types.js';

/** A post as it is being written. */
export interface PostDraft {
  readonly role: Role;
  readonly unitId: string | null;
  readonly position: string;
  readonly signingForms: readonly SigningForm[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export const noPost: PostDraft = {
  role: 'civil-servant',
  unitId: null,
  position: '',
  signingForms: [],
  validFrom: null,
  validTo: null,
};

export function draftOf({ role, unit, position, signingForms, validFrom, validTo }: Post): PostDraft {
  return { role, unitId: unit?.id ?? null, position, signingForms, validFrom, validTo };
}

/** What the API takes of a post that is there already. */
export function changeOf({ unitId, position, signingForms, validTo }: PostDraft) {
  return { unitId, position: position.trim(), signingForms: [...signingForms], validTo };
}

/** What the API takes of a new post. */
export function newPostOf(agencyId: string, draft: PostDraft) {
  return { ...changeOf(draft), agencyId, role: draft.role, validFrom: draft.validFrom };
}
