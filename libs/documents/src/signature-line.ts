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
export function signatureLine({ form, position, ...others }: Signature): string {
  if (form === null) {
    return position;
  }
  return `${form}. ${inCapitals(authority(form, position, others))} – ${inCapitals(position)}`;
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
