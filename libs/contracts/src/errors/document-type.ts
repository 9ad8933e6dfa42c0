import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const documentTypeErrors = {
  'document-type.stale': refusal(
    412,
    { vi: 'Loại văn bản vừa được người khác sửa', en: 'Someone else has just changed this type' },
    {
      vi: `Xin tải lại để xem loại văn bản hiện nay rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the type as it is now, then go on. ${nothingChanged.en}`,
    },
  ),
  'document-type.name-taken': refusal(
    409,
    { vi: 'Đã có loại văn bản tên này', en: 'There is a type of this name' },
    {
      vi: `Đã có loại văn bản “{name}”, có thể đã thôi dùng. Xin đặt tên khác hoặc cho dùng lại loại đó. ${nothingChanged.vi}`,
      en: `There is a type “{name}” already, perhaps one that is no longer used. Please choose another name or take that type into use again. ${nothingChanged.en}`,
    },
  ),
  'document-type.abbreviation-taken': refusal(
    409,
    { vi: 'Chữ viết tắt đã được dùng', en: 'This abbreviation is taken' },
    {
      vi: `Chữ viết tắt “{abbreviation}” đã là của “{name}”; hai loại cùng chữ viết tắt sẽ có ký hiệu giống nhau. ${nothingChanged.vi}`,
      en: `“{abbreviation}” stands for “{name}” already; two types with one abbreviation would have the same symbols. ${nothingChanged.en}`,
    },
  ),
  'document-type.last': refusal(
    409,
    { vi: 'Phải còn ít nhất một loại văn bản', en: 'At least one type has to stay' },
    {
      vi: `Nếu thôi dùng loại này thì không soạn được văn bản nào nữa. ${nothingChanged.vi}`,
      en: `Without this type nobody could draft a document any more. ${nothingChanged.en}`,
    },
  ),
  'document-type.order-stale': refusal(
    409,
    { vi: 'Danh mục vừa thay đổi', en: 'The list has just changed' },
    {
      vi: `Thứ tự gửi lên thiếu hoặc thừa loại văn bản. Xin tải lại rồi sắp xếp lại. ${nothingChanged.vi}`,
      en: `The order that was sent lacks a type or has one too many. Please reload and order them again. ${nothingChanged.en}`,
    },
  ),
  'document-type.too-many': refusal(
    422,
    { vi: 'Danh mục đã đầy', en: 'The list is full' },
    {
      vi: `Danh mục có nhiều nhất {max} loại văn bản. ${nothingChanged.vi}`,
      en: `The list holds at most {max} types. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
