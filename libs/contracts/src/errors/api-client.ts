import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const apiClientErrors = {
  'api-client.token-refused': refusal(
    401,
    { vi: 'Mã truy cập không dùng được', en: 'The access token can’t be used' },
    {
      vi: `Mã truy cập sai, đã hết hạn, hoặc kết nối đã ngừng. Xin lấy mã mới tại /api/v1/oauth/token. ${nothingChanged.vi}`,
      en: `The access token is wrong or has expired, or the connection has ended. Please ask /api/v1/oauth/token for a new one. ${nothingChanged.en}`,
    },
  ),
  'api-client.people-only': refusal(
    403,
    { vi: 'Việc này chỉ dành cho người đăng nhập', en: 'This is for people who sign in' },
    {
      vi: `Hệ thống kết nối không dùng được địa chỉ này; người có thẩm quyền đăng nhập để làm. ${nothingChanged.vi}`,
      en: `A connected system can’t use this address; a person with the right to it signs in and does it. ${nothingChanged.en}`,
    },
  ),
  'api-client.role-lacks-scope': refusal(
    422,
    { vi: 'Quyền vượt quá vai trò', en: 'More than the role allows' },
    {
      vi: `Vai trò đã chọn không có quyền: {scopes}. Xin bỏ quyền đó hoặc chọn vai trò khác. ${nothingChanged.vi}`,
      en: `The chosen role does not have: {scopes}. Please leave that out or choose another role. ${nothingChanged.en}`,
    },
  ),
  'api-client.agency-closed': refusal(
    409,
    { vi: 'Cơ quan đã ngừng hoạt động', en: 'The agency is closed' },
    {
      vi: `Không tạo kết nối cho cơ quan đã ngừng hoạt động. Xin chọn cơ quan kế thừa. ${nothingChanged.vi}`,
      en: `No connection is made for an agency that is closed. Please choose its successor. ${nothingChanged.en}`,
    },
  ),
  'api-client.stale': refusal(
    409,
    { vi: 'Người khác vừa sửa kết nối này', en: 'Somebody else changed this connection' },
    {
      vi: `Thông tin đã thay đổi sau khi anh/chị mở. Xin tải lại rồi sửa. ${nothingChanged.vi}`,
      en: `What you see is no longer what is kept. Please reload and edit again. ${nothingChanged.en}`,
    },
  ),
  'api-client.disabled': refusal(
    409,
    { vi: 'Kết nối đã ngừng', en: 'The connection has ended' },
    {
      vi: `Kết nối này đã ngừng và không mở lại được. Nếu cần, xin tạo kết nối mới. ${nothingChanged.vi}`,
      en: `This connection has ended and is not opened again. If it is needed, please make a new one. ${nothingChanged.en}`,
    },
  ),
  'api-client.too-many-secrets': refusal(
    409,
    { vi: 'Đã có hai khóa đang dùng', en: 'There are two secrets already' },
    {
      vi: `Mỗi kết nối có nhiều nhất hai khóa cùng lúc. Xin bỏ khóa cũ rồi tạo khóa mới. ${nothingChanged.vi}`,
      en: `A connection has two secrets at most. Please remove the old one, then make a new one. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
