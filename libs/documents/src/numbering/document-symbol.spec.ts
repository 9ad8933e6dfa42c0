import { expect, it } from 'vitest';
import { documentSymbol } from './document-symbol.js';

it.each([
  [1, 'QĐ', 'SNV', '', '01/QĐ-SNV'],
  [9, 'BC', 'UBND', 'VP', '09/BC-UBND'],
  [10, 'QĐ', 'UBND', '', '10/QĐ-UBND'],
  [123, null, 'STTTT', 'VP', '123/STTTT-VP'],
  [7, null, 'STTTT', '', '07/STTTT'],
  [4532, null, 'UBND', 'KSTTHC', '4532/UBND-KSTTHC'],
])(
  'number %d of type %j by %s, unit %j, is %s',
  (number, typeAbbreviation, agencyAbbreviation, draftingUnit, symbol) => {
    expect(documentSymbol({ number, typeAbbreviation, agencyAbbreviation, draftingUnit })).toBe(symbol);
  },
);
