import { DomainError } from '#kernel';

export interface IssuedNames {
  readonly symbol: string;
  readonly typeName: string;
  readonly issuerName: string;
  readonly signerName: string;
  readonly signerPosition: string;
}

/** In characters, as Decree 30/2020, Annex VI has them for what is issued. */
const longest = {
  number: 11,
  notation: 30,
  typeName: 100,
  issuerName: 200,
  signerPosition: 100,
  signerName: 50,
} as const;

/** What the system puts together or takes over at the issue fits the fields of the decree. @throws DomainError `document.field-too-long`. */
export function checkIssuedLengths({ symbol, typeName, issuerName, signerName, signerPosition }: IssuedNames): void {
  const slash = symbol.indexOf('/');
  const number = symbol.slice(0, slash);
  const notation = symbol.slice(slash + 1);
  const given = { number, notation, typeName, issuerName, signerPosition, signerName };
  for (const field of fields) {
    const value = given[field];
    const max = longest[field];
    // By characters as people count them, composed: a letter with its mark is one.
    const { length } = value.normalize('NFC');
    if (length > max) {
      throw new DomainError('document.field-too-long', { field, value, length, max });
    }
  }
}

const fields = Object.keys(longest) as (keyof typeof longest)[];
