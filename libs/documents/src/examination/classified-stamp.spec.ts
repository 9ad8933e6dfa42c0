import { describe, expect, it } from 'vitest';
import { findStamps } from './classified-stamp.js';

const found = (text: string): string[] => findStamps(text.split('\n')).map(({ level }) => level);

/** Texts of our own that carry a mark of secrecy, with the level it says. */
const classified: readonly (readonly [string, string, string])[] = [
  ['a stamp as a line of its own', 'MẬT', 'confidential'],
  ['the second level', 'TỐI MẬT', 'secret'],
  ['the third level', 'TUYỆT MẬT', 'top-secret'],
  ['a stamp between other lines', 'UBND TỈNH HÒA BÌNH\nSố: 12/BC-UBND\nMẬT\nBÁO CÁO\nVề tình hình', 'confidential'],
  ['spaces around it', '      TỐI MẬT   ', 'secret'],
  ['round brackets', '(MẬT)', 'confidential'],
  ['square brackets', '[ TUYỆT MẬT ]', 'top-secret'],
  ['dashes around it', '— MẬT —', 'confidential'],
  ['a frame of stars', '*** TỐI MẬT ***', 'secret'],
  ['a full stop', 'MẬT.', 'confidential'],
  ['quotation marks', '“TUYỆT MẬT”', 'top-secret'],
  ['a capital only at the beginning', 'Tối mật', 'secret'],
  ['two capitals', 'Tuyệt Mật', 'top-secret'],
  ['letters with a space between them', 'M Ậ T', 'confidential'],
  ['spaced letters of two words', 'T Ố I   M Ậ T', 'secret'],
  ['letters with dots between them', 'M.Ậ.T', 'confidential'],
  ['the words on two lines', 'TUYỆT\nMẬT', 'top-secret'],
  ['two lines with an empty one between them', 'TỐI\n\nMẬT', 'secret'],
  ['a letter on each line', 'M\nẬ\nT', 'confidential'],
  ['a letter on each line, two words', 'T\nỐ\nI\nM\nẬ\nT', 'secret'],
  ['decomposed letters', 'TUYỆT MẬT'.normalize('NFD'), 'top-secret'],
  ['decomposed letters, one word', 'MẬT'.normalize('NFD'), 'confidential'],
  ['no diacritics', 'TUYET MAT', 'top-secret'],
  ['no diacritics, second level', 'TOI MAT', 'secret'],
  ['no diacritics, one word', 'MAT', 'confidential'],
  ['a mark lost by a scanner', 'TÔI MÂT', 'secret'],
  ['a dot kept, a roof lost', 'MẠT', 'confidential'],
  ['a font before Unicode (TCVN3)', 'TUYÖT MËT', 'top-secret'],
  ['the same with capitals kept as small letters', 'mËt', 'confidential'],
  ['another font before Unicode (VNI)', 'TOÁI MAÄT', 'secret'],
  ['letters of another alphabet that look the same', 'МẬТ', 'confidential'],
  ['letters of full width', 'ＭẬＴ', 'confidential'],
  ['a space that does not break', 'TỐI\u00A0MẬT', 'secret'],
  ['a soft hyphen and a zero width space inside', 'M\u00ADẬ\u200BT', 'confidential'],
  ['the stamp twice on the line', 'MẬT        MẬT', 'confidential'],
  ['the urgency beside it', 'TỐI MẬT - HỎA TỐC', 'secret'],
  ['the urgency behind it', 'MẬT KHẨN', 'confidential'],
  ['the number of the copy', 'TUYỆT MẬT - Bản số: 02', 'top-secret'],
  ['the number of the page', 'MẬT 3', 'confidential'],
  ['the other column of the head', 'UBND TỈNH\tTỐI MẬT', 'secret'],
  ['the other column, by spaces', 'MẬT          Hòa Bình, ngày 02 tháng 5 năm 2017', 'confidential'],
  ['a cell of a table', '| Kính gửi | MẬT |', 'confidential'],
  ['a label', 'Độ mật: Mật', 'confidential'],
  ['a label in capitals', 'ĐỘ MẬT: TUYỆT MẬT', 'top-secret'],
  ['a label and a small level', 'Độ mật: tối mật', 'secret'],
  ['a label without a colon', 'Độ mật Tối mật', 'secret'],
  ['a longer label', 'Mức độ mật - Mật', 'confidential'],
  ['a label of protection', 'Mức độ bảo mật: Tuyệt mật', 'top-secret'],
  ['a label behind another', 'Độ khẩn: Thường; Độ mật: Mật', 'confidential'],
  ['a label above its level', 'Độ mật:\nmật', 'confidential'],
  ['a label after a bullet', '- Độ mật: Tối mật', 'secret'],
  ['a label without diacritics', 'DO MAT: TOI MAT', 'secret'],
  ['a number with the mark at its end', 'Số: 05/QĐ-UBND-M', 'confidential'],
  ['a number with the mark in front', 'Số: 12/TM-UBND', 'secret'],
  ['a number with the mark before the stroke', 'Số: 12-M/UBND', 'confidential'],
  ['a number with the mark in brackets', 'Số: 21-BC/TU (M)', 'confidential'],
  ['a number with the highest mark', 'Số: 7/BC-TuM', 'top-secret'],
  ['a mark glued to the number', 'Số: 45M/BC-SNV', 'confidential'],
  ['a number that was not given yet', 'Số:      /QĐ-UBND-M', 'confidential'],
  ['a number beside the day', 'Số: 05/QĐ-UBND-M     Hòa Bình, ngày 02 tháng 5 năm 2017', 'confidential'],
];

/** Texts of our own that speak of secrecy, or look like it, and are no classified document. */
const ordinary: readonly (readonly [string, string])[] = [
  ['a sentence', 'Cán bộ có trách nhiệm giữ bí mật nhà nước theo quy định.'],
  ['security of information', 'Bảo mật thông tin trên môi trường mạng'],
  ['honey', 'Hỗ trợ các hộ nuôi ong lấy mật ong rừng'],
  ['honey in capitals', 'MẬT ONG HÒA BÌNH'],
  ['honey on a line of its own', 'Mật ong'],
  ['a small word alone, where a sentence was broken', 'theo chế độ tuyệt đối bí\nmật'],
  ['capitals broken over a line', 'KẾ HOẠCH BẢO VỆ BÍ\nMẬT'],
  ['a heading about state secrets', 'BẢO VỆ BÍ MẬT NHÀ NƯỚC'],
  ['a heading broken after the first word', 'QUY CHẾ BẢO VỆ BÍ\nMẬT NHÀ NƯỚC'],
  ['secret by itself, which is no level', 'BÍ MẬT'],
  ['a password', 'Mật khẩu'],
  ['a password in capitals', 'MẬT KHẨU: thay đổi 90 ngày một lần'],
  ['cryptography', 'Ban Cơ yếu và mật mã'],
  ['density', 'Mật độ dân số'],
  ['density in capitals', 'MẬT ĐỘ XÂY DỰNG: 40%'],
  ['levels in a sentence', 'Văn bản có độ mật: Tối mật phải gửi theo đường riêng.'],
  ['the stamp in a sentence', 'Không gửi văn bản đóng dấu MẬT qua hệ thống này.'],
  ['levels to choose from', 'Độ mật: Mật/Tối mật/Tuyệt mật'],
  ['levels in a list', 'Tuyệt mật, Tối mật, Mật'],
  ['a label without a level', 'Độ mật: Không'],
  ['a label with nothing behind it', 'Độ mật:\nKính gửi: Sở Nội vụ'],
  ['a label with an ordinary level', 'Độ mật: Thường'],
  ['lost, which is another word', 'MẤT'],
  ['eye, which is another word', 'MẮT'],
  ['cool, which is another word', 'MÁT'],
  ['a name', 'NGUYỄN THỊ MẬT'],
  ['no diacritics in a sentence', 'Bao mat thong tin va bi mat nha nuoc'],
  ['small letters without diacritics', 'mat'],
  ['intimate', 'Quan hệ thân mật giữa hai tỉnh'],
  ['close in capitals', 'MẬT THIẾT'],
  ['an ordinary number', 'Số: 05/QĐ-UBND'],
  ['a letter of an office', 'Số: 123/STTTT-VP'],
  ['a number of a people’s committee with a long name', 'Số: 12/BC-MTTQ'],
  ['a number in a sentence', 'Căn cứ Quyết định số 05/QĐ-UBND-M ngày 02/5/2017'],
  ['a measure', 'Số: 15 m'],
  ['an amount', 'Số lượng: 20/M2'],
  ['“top” above another word', 'TỐI\nTHỨ BẢY'],
  ['letters one under the other that say something else', 'S\nN\nV'],
  ['an empty text', ''],
  ['declassified, in a sentence', 'Đã giải mật theo Quyết định của Chủ tịch Ủy ban'],
];

describe('a mark of secrecy is found', () => {
  it.each(classified)('in %s', (_what, text, level) => {
    expect(found(text)).toEqual([level]);
  });

  it('with its line and what stands there', () => {
    const [first, second] = findStamps(['Kính gửi: Sở Nội vụ', '', '( MẬT )', 'Nội dung', 'Độ mật: Tối mật']);
    expect(first).toEqual({ level: 'confidential', line: 2, text: '( MẬT )', rule: 'stamp' });
    expect(second).toEqual({ level: 'secret', line: 4, text: 'Độ mật: Tối mật', rule: 'label' });
  });
});

describe('no mark of secrecy is seen', () => {
  it.each(ordinary)('in %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

it('reads a long text without losing itself in it', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `Dòng ${index} về bảo vệ bí mật nhà nước và mật ong`);
  const began = performance.now();
  expect(findStamps(lines)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(5_000);
});
