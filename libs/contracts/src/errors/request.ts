import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const requestErrors = {
  'request.invalid': refusal(
    422,
    { vi: 'Có chỗ chưa đúng', en: 'Some fields are not right' },
    {
      vi: `Xin xem lại các mục được chỉ ra. ${nothingChanged.vi}`,
      en: `Please look at the fields named. ${nothingChanged.en}`,
    },
  ),
  'request.not-json': refusal(
    400,
    { vi: 'Yêu cầu không đọc được', en: 'The request can’t be read' },
    {
      vi: `Nội dung gửi lên không phải JSON hợp lệ. ${nothingChanged.vi}`,
      en: `The body is not valid JSON. ${nothingChanged.en}`,
    },
  ),
  'request.too-large': refusal(
    413,
    { vi: 'Yêu cầu quá lớn', en: 'The request is too large' },
    {
      vi: `Nội dung gửi lên vượt quá giới hạn. ${nothingChanged.vi}`,
      en: `The body is over the limit. ${nothingChanged.en}`,
    },
  ),
  'request.unsupported-media-type': refusal(
    415,
    { vi: 'Kiểu nội dung không dùng được', en: 'This kind of content can’t be used here' },
    {
      vi: 'Địa chỉ này nhận JSON hoặc dữ liệu tệp (application/octet-stream).',
      en: 'This address takes JSON or the bytes of a file (application/octet-stream).',
    },
  ),
  'request.precondition-required': refusal(
    428,
    { vi: 'Thiếu phiên bản của văn bản', en: 'The version of the document is missing' },
    {
      vi: 'Khi sửa phải gửi kèm phiên bản đang xem (If-Match) để không ghi đè lên việc của người khác.',
      en: 'An edit has to name the version it was made on (If-Match), so that nobody’s work is overwritten.',
    },
  ),
  'request.too-many': refusal(
    429,
    { vi: 'Quá nhiều lần thử', en: 'Too many tries' },
    { vi: 'Xin chờ một phút rồi thử lại.', en: 'Please wait a minute, then try again.' },
  ),
  'not-found': refusal(
    404,
    { vi: 'Không tìm thấy', en: 'Not found' },
    {
      vi: 'Mục này không có, hoặc không thuộc phạm vi của anh/chị.',
      en: 'There is no such thing, or it is not yours to see.',
    },
  ),
  'permission.denied': refusal(
    403,
    { vi: 'Không thuộc quyền của anh/chị', en: 'Not within your rights' },
    {
      vi: `Việc này dành cho vai trò khác trong cơ quan. ${nothingChanged.vi}`,
      en: `This is for another role in the agency. ${nothingChanged.en}`,
    },
  ),
  'idempotency.key-reused': refusal(
    409,
    { vi: 'Khóa chống gửi trùng đã được dùng', en: 'This Idempotency-Key was used already' },
    {
      vi: `Cùng một khóa nhưng nội dung khác. ${nothingChanged.vi}`,
      en: `The same key came with another content. ${nothingChanged.en}`,
    },
  ),
  'service.unavailable': refusal(
    503,
    { vi: 'Hệ thống đang gián đoạn', en: 'The system is away for a moment' },
    {
      vi: 'Không có gì được lưu. Xin thử lại sau ít phút.',
      en: 'Nothing was kept. Please try again in a few minutes.',
    },
  ),
  internal: refusal(
    500,
    { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong here' },
    {
      vi: 'Xin thử lại; nếu vẫn lỗi, báo quản trị kèm mã {requestId}.',
      en: 'Please try again; if it stays, tell the administrator the id {requestId}.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
