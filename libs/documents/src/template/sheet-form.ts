/** The forms of Annex III; every type without one of its own has the form of named types. */
export type SheetForm = 'letter' | 'decision' | 'resolution' | 'invitation' | 'telegram' | 'minutes' | 'named';

const forms: Readonly<Record<string, SheetForm>> = {
  'quyet-dinh': 'decision',
  'nghi-quyet': 'resolution',
  'giay-moi': 'invitation',
  'cong-dien': 'telegram',
  'bien-ban': 'minutes',
};

/** A type whose symbol has no abbreviation is an official letter, a province’s own types too. */
export function formOf(type: { readonly typeCode: string; readonly typeAbbreviation: string | null }): SheetForm {
  const own = Object.hasOwn(forms, type.typeCode) ? forms[type.typeCode] : undefined;
  return own ?? (type.typeAbbreviation === null ? 'letter' : 'named');
}
