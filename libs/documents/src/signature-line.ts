import type { SigningForm } from '#contracts';

export interface Signature {
  readonly form: SigningForm | null;
  /** The signer’s own title. */
  readonly position: string;
  /** The title of the absent one in whose stead it was signed. */
  readonly onBehalfOf: string | null;
  /** The title of the head of the agency, where there is one. */
  readonly head: string | null;
  readonly agencyName: string;
}

/** Where nobody heads the agency in this system, its head is named as the decree names heads in general. */
const someHead = 'Thủ trưởng cơ quan';
const deputy = /^phó\s+/iu;
const collective = /^(ủy ban nhân dân|hội đồng nhân dân)(?=\s|$)/iu;

/**
 * Quyền hạn, chức vụ: in whose place or name, then the signer’s own title, both in capitals (Decree 30/2020, Art. 13 and
 * Annex I). A signature in the signer’s own right has the title alone, as it is.
 */
export function signatureLine(signature: Signature): string {
  return signature.form === null ? signature.position : signatureLines(signature).join(' – ');
}

/** The same in capitals, line by line, as it stands on the sheet. */
export function signatureLines({ form, position, ...others }: Signature): string[] {
  const own = inCapitals(position);
  return form === null ? [own] : [`${form}. ${inCapitals(authority(form, position, others))}`, own];
}

/** Thẩm quyền ban hành: whose decision it is, in capitals; a deputy decides in the place of the head. */
export function issuingAuthority({ form, position, ...others }: Signature): string {
  const { agencyName } = others;
  if (form === 'TM') {
    return inCapitals(agencyName);
  }
  const title = inCapitals(form === null ? position.replace(deputy, '') : authority(form, position, others));
  return joined(title, inCapitals(agencyName));
}

/** “Chánh Văn phòng” of “Văn phòng …” is named once. */
function joined(title: string, agency: string): string {
  const words = title.split(' ');
  const overlap = words.findIndex((_, index) => index > 0 && agency.startsWith(`${words.slice(index).join(' ')} `));
  return [...(overlap === -1 ? words : words.slice(0, overlap)), agency].join(' ');
}

/**
 * The form in which a stand-in signs: the one that was chosen where the own post allows it, else in the place of
 * the absent one, else by authority, of which the delegation on record is the proof. [own]
 */
export function formOfStandIn(chosen: SigningForm | null, allowed: readonly SigningForm[]): SigningForm {
  if (chosen !== null && allowed.includes(chosen)) {
    return chosen;
  }
  return allowed.includes('KT') ? 'KT' : 'TUQ';
}

function authority(form: SigningForm, position: string, others: Omit<Signature, 'form' | 'position'>): string {
  const { onBehalfOf, head, agencyName } = others;
  switch (form) {
    case 'KT':
      return deputy.test(position) ? position.replace(deputy, '') : (onBehalfOf ?? head ?? someHead);
    case 'TL':
    case 'TUQ':
      return onBehalfOf ?? head ?? someHead;
    case 'TM':
      return collective.exec(agencyName)?.[0] ?? agencyName;
  }
}

function inCapitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
