import { describe, expect, it } from 'vitest';
import type { SheetFacts } from './sheet-facts.js';
import { type Sheet, sheetOf } from './sheet.js';

const facts: SheetFacts = {
  agencies: ['Sở Nội vụ', 'Ủy ban nhân dân tỉnh Hòa Bình'],
  agencyAbbreviation: 'SNV',
  typeCode: 'cong-van',
  typeName: 'Công văn',
  typeAbbreviation: null,
  symbol: null,
  subject: 'Về việc tăng cường sử dụng văn bản điện tử',
  urgency: 'normal',
  issuedOn: null,
  today: '2017-05-08',
  dueDate: null,
  draftingUnit: 'VP',
  drafterName: 'Bùi Thị Hoa',
  issuedAmount: null,
  recipients: ['Sở Tài chính', 'Sở Tư pháp'],
  relations: [],
  signature: { form: 'KT', position: 'Phó Giám đốc', onBehalfOf: null, head: 'Giám đốc', agencyName: 'Sở Nội vụ' },
  signerName: 'Nguyễn Văn Quang',
};
const decision = { typeCode: 'quyet-dinh', typeName: 'Quyết định', typeAbbreviation: 'QĐ' };
const cited = { typeName: 'Quyết định', symbol: '05/QĐ-SNV', issuedOn: '2017-02-02', issuerName: 'Sở Nội vụ' };
const citedWords = 'Quyết định số 05/QĐ-SNV ngày 02 tháng 02 năm 2017 của Sở Nội vụ';

const sheet = (overrides: Partial<SheetFacts> = {}): Sheet => sheetOf({ ...facts, ...overrides });
const text = ({ body }: Sheet): string => body.map((paragraph) => paragraph.text).join('\n');

describe('the sheet of every type', () => {
  it('names the agency under the one above it, and place and day with their leading zeros', () => {
    expect(sheet()).toMatchObject({
      superior: 'UBND TỈNH HÒA BÌNH',
      issuer: 'SỞ NỘI VỤ',
      symbolLine: 'Số: ……/SNV-VP',
      placeAndDate: 'Hòa Bình, ngày …… tháng …… năm 2017',
    });
    const issued = sheet({ symbol: '05/SNV-VP', issuedOn: '2017-02-09' });
    expect(issued.symbolLine).toBe('Số: 05/SNV-VP');
    expect(issued.placeAndDate).toBe('Hòa Bình, ngày 09 tháng 02 năm 2017');
    expect(sheet({ issuedOn: '2017-05-12' }).placeAndDate).toBe('Hòa Bình, ngày 12 tháng 5 năm 2017');
  });

  it.each([
    ['normal', null],
    ['urgent', 'KHẨN'],
    ['very-urgent', 'THƯỢNG KHẨN'],
    ['express', 'HỎA TỐC'],
  ] as const)('that is %s has the mark %s', (urgency, mark) => {
    expect(sheet({ urgency }).urgencyMark).toBe(mark);
  });

  it('has the signature by its form, and the clerk’s copy with unit, drafter and number of copies last', () => {
    const { signatureLines, signerName, copies } = sheet({ issuedAmount: 20 });
    expect(signatureLines).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
    expect(signerName).toBe('Nguyễn Văn Quang');
    expect(copies.at(-1)).toBe('- Lưu: VT, VP.BTH.20.');
    expect(sheet({ draftingUnit: '' }).copies.at(-1)).toBe('- Lưu: VT, BTH.');
  });

  it('names many recipients by a list', () => {
    const recipients = Array.from({ length: 13 }, (_, index) => `Sở ${index}`);
    expect(sheet({ recipients }).addressees).toEqual(['Các cơ quan, đơn vị theo danh sách kèm theo']);
    expect(sheet({ recipients: recipients.slice(1) }).addressees).toHaveLength(12);
  });
});

describe('an official letter', () => {
  it('has its subject under the symbol, whom it is addressed to, and no name of a type', () => {
    expect(sheet()).toMatchObject({
      form: 'letter',
      letterSubject: 'V/v tăng cường sử dụng văn bản điện tử',
      title: null,
      titleSubject: null,
      authority: null,
      addressees: ['Sở Tài chính', 'Sở Tư pháp'],
      copies: ['- Như trên;', '- Lưu: VT, VP.BTH.'],
    });
  });

  it('begins with what it answers or corrects, and asks for an answer by its day', () => {
    const answering = sheet({ relations: [{ kind: 'replies-to', ...cited }], dueDate: '2017-05-20' });
    expect(text(answering)).toContain(`Trả lời ${citedWords}, Sở Nội vụ có ý kiến như sau:`);
    expect(text(answering)).toContain('Đề nghị quý cơ quan trả lời trước ngày 20 tháng 5 năm 2017.');
    const correcting = sheet({ relations: [{ kind: 'corrects', ...cited }] });
    expect(text(correcting)).toContain(`Sở Nội vụ đính chính ${citedWords} như sau:`);
  });

  it('is also what a province’s own type without an abbreviation looks like', () => {
    expect(sheet({ typeCode: 'thu-ngo', typeName: 'Thư ngỏ' }).form).toBe('letter');
  });
});

describe('a decision', () => {
  it('has name and subject of its type, whose decision it is, its bases, its command and its articles', () => {
    const one = sheet(decision);
    expect(one).toMatchObject({
      form: 'decision',
      symbolLine: 'Số: ……/QĐ-SNV',
      letterSubject: null,
      title: 'QUYẾT ĐỊNH',
      titleSubject: facts.subject,
      authority: 'GIÁM ĐỐC SỞ NỘI VỤ',
      addressees: [],
      copies: ['- Như Điều 3;', '- Sở Tài chính;', '- Sở Tư pháp;', '- Lưu: VT, VP.BTH.'],
    });
    const styles = one.body.map(({ style }) => style);
    expect(styles).toEqual(['basis', 'basis', 'basis', 'command', 'article', 'article', 'article']);
    expect(one.body.filter(({ style }) => style === 'basis').map(({ text: basis }) => basis.at(-1))).toEqual([
      ';',
      ';',
      '.',
    ]);
    expect(text(one)).toMatch(/^QUYẾT ĐỊNH:$/m);
    expect(text(one)).toMatch(/quyết định này\.\/\.$/);
  });

  it('says what it amends or replaces', () => {
    const amending = sheet({ ...decision, relations: [{ kind: 'amends', ...cited }] });
    expect(text(amending)).toContain(`Điều 1. Sửa đổi, bổ sung một số nội dung của ${citedWords}`);
    const replacing = sheet({ ...decision, relations: [{ kind: 'replaces', ...cited }] });
    expect(text(replacing)).toContain(`Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế ${citedWords}.`);
  });
});

describe('the other types', () => {
  it.each([
    ['nghi-quyet', 'Nghị quyết', 'NQ', 'resolution', /^QUYẾT NGHỊ:$/m],
    ['giay-moi', 'Giấy mời', 'GM', 'invitation', /Sở Nội vụ trân trọng kính mời: Sở Tài chính; Sở Tư pháp/],
    ['cong-dien', 'Công điện', 'CĐ', 'telegram', /điện: Sở Tài chính; Sở Tư pháp/],
    ['bien-ban', 'Biên bản', 'BB', 'minutes', /Thư ký \(người ghi biên bản\)/],
    ['ke-hoach', 'Kế hoạch', 'KH', 'named', /\[Nội dung văn bản\]/],
    ['phieu-yeu-cau', 'Phiếu yêu cầu', 'PYC', 'named', /\[Nội dung văn bản\]/],
  ] as const)('%s has the form of its kind', (typeCode, typeName, typeAbbreviation, form, body) => {
    const one = sheet({ typeCode, typeName, typeAbbreviation });
    expect(one).toMatchObject({ form, title: typeName.toLocaleUpperCase('vi'), letterSubject: null, addressees: [] });
    expect(one.symbolLine).toBe(`Số: ……/${typeAbbreviation}-SNV`);
    expect(text(one)).toMatch(body);
  });

  it.each([
    ['to-trinh', 'Tờ trình', 'TTr'],
    ['bao-cao', 'Báo cáo', 'BC'],
  ])('%s is addressed to those whom it is laid before', (typeCode, typeName, typeAbbreviation) => {
    const one = sheet({ typeCode, typeName, typeAbbreviation });
    expect(one.addressees).toEqual(facts.recipients);
    expect(one.copies[0]).toBe('- Như trên;');
  });
});
