import { type ErrorText, nothingChanged, refusal } from './refusal.js';

/** Refusals about numbers of the outgoing register. */
export const registerErrors = {
  'register.year-closed': refusal(
    409,
    { vi: 'Sổ của năm đã khóa', en: 'The register of the year is closed' },
    {
      vi: `Sổ văn bản đi năm {year} đã khóa: không cấp, giữ hay dùng số của năm đó nữa; chỉ hủy được số giữ chưa dùng. ${nothingChanged.vi}`,
      en: `The outgoing register of {year} is closed: its numbers are no longer given, reserved or used; only reserved numbers without a document can be cancelled. ${nothingChanged.en}`,
    },
  ),
  'register.not-reserved': refusal(
    409,
    { vi: 'Số này không còn được giữ', en: 'This number is no longer reserved' },
    {
      vi: `Số {number} đã được dùng hoặc đã hủy, có thể người khác vừa làm. Xin tải lại sổ và chọn số khác. ${nothingChanged.vi}`,
      en: `Number {number} was used or cancelled; perhaps someone has just done so. Please reload the register and choose another. ${nothingChanged.en}`,
    },
  ),
  'register.other-series': refusal(
    409,
    { vi: 'Số giữ thuộc loại văn bản khác', en: 'The number is reserved for another kind' },
    {
      vi: `Số {number} được giữ trong dãy số của loại văn bản khác. Xin chọn số giữ cùng loại, hoặc cấp số mới. ${nothingChanged.vi}`,
      en: `Number {number} was reserved in the sequence of another kind of document. Please choose one of the same kind, or take a new number. ${nothingChanged.en}`,
    },
  ),
  'register.already-cancelled': refusal(
    409,
    { vi: 'Số này đã hủy', en: 'This number was cancelled already' },
    {
      vi: `Số {number} đã hủy trước đó; lý do đã ghi trong sổ. ${nothingChanged.vi}`,
      en: `Number {number} was cancelled before; the reason stands in the register. ${nothingChanged.en}`,
    },
  ),
  'register.document-sent': refusal(
    409,
    { vi: 'Văn bản mang số này đã gửi', en: 'The document with this number was sent' },
    {
      vi: `Văn bản {symbol} đã gửi đi nên số không hủy được. Xin ban hành văn bản đính chính hoặc thay thế. ${nothingChanged.vi}`,
      en: `{symbol} was sent, so its number can’t be cancelled. Please issue a document that corrects or replaces it. ${nothingChanged.en}`,
    },
  ),
  'register.type-needed': refusal(
    422,
    { vi: 'Chưa chọn loại văn bản', en: 'The type of document is missing' },
    {
      vi: `Cơ quan đánh số riêng cho từng loại văn bản. Xin chọn loại văn bản đang dùng để giữ số. ${nothingChanged.vi}`,
      en: `Your agency numbers each kind of document on its own. Please choose a type in use to reserve a number for. ${nothingChanged.en}`,
    },
  ),
  'register.numbering-fixed': refusal(
    409,
    { vi: 'Năm này không đổi cách đánh số được', en: 'The numbering of this year is fixed' },
    {
      vi: `Chỉ đổi được cho năm hiện tại khi chưa cấp hay giữ số nào, hoặc từ ngày 01/01 năm sau. ${nothingChanged.vi}`,
      en: `It can be changed for this year as long as no number was given or reserved, or from next 1 January on. ${nothingChanged.en}`,
    },
  ),
  'register.export-too-large': refusal(
    422,
    { vi: 'Sổ quá dài cho một tệp', en: 'The register is too long for one file' },
    {
      vi: 'Một tệp chứa nhiều nhất {max} dòng. Xin chọn khoảng ngày ngắn hơn rồi xuất nhiều lần.',
      en: 'One file holds {max} lines at most. Please choose a shorter span of days and export several times.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
