import { describe, expect, it } from 'vitest';
import { checkIssuedLengths, type IssuedNames } from './issued-lengths.js';

const fitting: IssuedNames = {
  symbol: '05/QĐ-UBND',
  typeName: 'Quyết định',
  issuerName: 'Ủy ban nhân dân tỉnh Hòa Bình',
  signerName: 'Nguyễn Văn Quang',
  signerPosition: 'KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC',
};

describe('what is issued', () => {
  it('fits the fields of the decree, up to their last character', () => {
    expect(() => checkIssuedLengths(fitting)).not.toThrow();
    expect(() => checkIssuedLengths({ ...fitting, symbol: `12345678901/${'Đ'.repeat(30)}` })).not.toThrow();
    expect(() => checkIssuedLengths({ ...fitting, issuerName: 'ệ'.normalize('NFD').repeat(200) })).not.toThrow();
  });

  it.each([
    ['number', { symbol: '123456789012/QĐ-UBND' }, 12, 11],
    ['notation', { symbol: `05/${'Đ'.repeat(31)}` }, 31, 30],
    ['notation', { symbol: `05/QĐ-${'A/'.repeat(14)}` }, 31, 30],
    ['typeName', { typeName: 'x'.repeat(101) }, 101, 100],
    ['issuerName', { issuerName: 'x'.repeat(201) }, 201, 200],
    ['signerPosition', { signerPosition: 'x'.repeat(101) }, 101, 100],
    ['signerName', { signerName: 'x'.repeat(51) }, 51, 50],
  ])('is refused when the %s is longer', (field, overrides, length, max) => {
    const check = (): void => checkIssuedLengths({ ...fitting, ...overrides });
    expect(check).toThrow(
      expect.objectContaining({
        code: 'document.field-too-long',
        params: expect.objectContaining({ field, length, max }),
      }),
    );
  });
});
