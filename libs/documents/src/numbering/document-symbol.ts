export interface SymbolParts {
  readonly number: number;
  /** Null for official letters (công văn), which have none. */
  readonly typeAbbreviation: string | null;
  readonly agencyAbbreviation: string;
  readonly draftingUnit: string;
}

/**
 * Số, ký hiệu (Decree 30/2020, Annex I): `05/QĐ-UBND` for a named type, `123/STTTT-VP` for an official letter; a number
 * below ten gets a leading zero.
 */
export function documentSymbol({ number, typeAbbreviation, agencyAbbreviation, draftingUnit }: SymbolParts): string {
  const digits = String(number).padStart(2, '0');
  if (typeAbbreviation !== null) {
    return `${digits}/${typeAbbreviation}-${agencyAbbreviation}`;
  }
  return draftingUnit === '' ? `${digits}/${agencyAbbreviation}` : `${digits}/${agencyAbbreviation}-${draftingUnit}`;
}
