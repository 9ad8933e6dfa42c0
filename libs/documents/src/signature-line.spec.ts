import { describe, expect, it } from 'vitest';
import { formOfStandIn, issuingAuthority, type Signature, signatureLine, signatureLines } from './signature-line.js';

const signature = (overrides: Partial<Signature>): string =>
  signatureLine({
    form: null,
    position: 'Phó Giám đốc',
    onBehalfOf: null,
    head: 'Giám đốc',
    agencyName: 'Sở Nội vụ',
    ...overrides,
  });

describe('the line above a signature', () => {
  it('is the title alone for a signature in the own right', () => {
    expect(signature({ position: 'Giám đốc' })).toBe('Giám đốc');
  });

  it('names in whose place a deputy signs', () => {
    expect(signature({ form: 'KT' })).toBe('KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC');
    expect(signature({ form: 'KT', position: 'Phó Chánh Văn phòng', head: null })).toBe(
      'KT. CHÁNH VĂN PHÒNG – PHÓ CHÁNH VĂN PHÒNG',
    );
  });

  it('names by whose order or authority somebody signs', () => {
    expect(signature({ form: 'TL', position: 'Chánh Văn phòng', head: 'Chủ tịch' })).toBe(
      'TL. CHỦ TỊCH – CHÁNH VĂN PHÒNG',
    );
    expect(signature({ form: 'TUQ', position: 'Trưởng phòng', onBehalfOf: 'Phó Giám đốc' })).toBe(
      'TUQ. PHÓ GIÁM ĐỐC – TRƯỞNG PHÒNG',
    );
    expect(signature({ form: 'TL', position: 'Chánh Văn phòng', head: null })).toBe(
      'TL. THỦ TRƯỞNG CƠ QUAN – CHÁNH VĂN PHÒNG',
    );
  });

  it('names the collective without its place', () => {
    const agencyName = 'Ủy ban nhân dân huyện Kim Bôi';
    expect(signature({ form: 'TM', position: 'Chủ tịch', agencyName })).toBe('TM. ỦY BAN NHÂN DÂN – CHỦ TỊCH');
    expect(signature({ form: 'TM', position: 'Trưởng ban', agencyName: 'Ban Dân tộc' })).toBe(
      'TM. BAN DÂN TỘC – TRƯỞNG BAN',
    );
  });
});

describe('the sheet', () => {
  const given: Signature = {
    form: 'KT',
    position: 'Phó Giám đốc',
    onBehalfOf: null,
    head: 'Giám đốc',
    agencyName: 'Sở Nội vụ',
  };

  it('has the signature in capitals, line by line', () => {
    expect(signatureLines(given)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
    expect(signatureLines({ ...given, form: null, position: 'Giám đốc' })).toEqual(['GIÁM ĐỐC']);
  });

  it('names whose decision it is: the head’s, or the collective’s', () => {
    expect(issuingAuthority(given)).toBe('GIÁM ĐỐC SỞ NỘI VỤ');
    expect(issuingAuthority({ ...given, form: null, position: 'Phó Giám đốc' })).toBe('GIÁM ĐỐC SỞ NỘI VỤ');
    expect(issuingAuthority({ ...given, form: 'TL', position: 'Trưởng phòng' })).toBe('GIÁM ĐỐC SỞ NỘI VỤ');
    const committee = { ...given, form: 'TM', position: 'Chủ tịch', agencyName: 'Ủy ban nhân dân tỉnh Hòa Bình' };
    expect(issuingAuthority(committee as Signature)).toBe('ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH');
    const office = { ...given, form: null, position: 'Chánh Văn phòng', agencyName: 'Văn phòng Ủy ban nhân dân tỉnh' };
    expect(issuingAuthority(office)).toBe('CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH');
  });
});

describe('the form of a stand-in', () => {
  it('is the chosen one where the own post allows it', () => {
    expect(formOfStandIn('TM', ['KT', 'TM'])).toBe('TM');
  });

  it('is in place of the absent one, else by authority', () => {
    expect(formOfStandIn('TM', ['KT'])).toBe('KT');
    expect(formOfStandIn(null, ['KT'])).toBe('KT');
    expect(formOfStandIn(null, [])).toBe('TUQ');
    expect(formOfStandIn('KT', ['TL'])).toBe('TUQ');
  });
});
