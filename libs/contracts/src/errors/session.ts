import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const sessionErrors = {
  'session.required': refusal(
    401,
    { vi: 'Cần đăng nhập', en: 'Please sign in' },
    { vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập.', en: 'You are not signed in, or your session has ended.' },
  ),
  'session.incomplete': refusal(
    403,
    { vi: 'Chưa đăng nhập xong', en: 'The sign-in is not finished' },
    {
      vi: `Còn một bước nữa trước khi vào làm việc. ${nothingChanged.vi}`,
      en: `There is one more step before you can work. ${nothingChanged.en}`,
    },
  ),
  'session.bad-credentials': refusal(
    401,
    { vi: 'Chưa đăng nhập được', en: 'Sign-in failed' },
    { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The user name or the password is not right.' },
  ),
  'session.csrf': refusal(
    403,
    { vi: 'Yêu cầu không được chấp nhận', en: 'The request was not accepted' },
    {
      vi: `Yêu cầu không đến từ trang của hệ thống. Xin tải lại trang rồi thử lại. ${nothingChanged.vi}`,
      en: `The request did not come from this system’s page. Please reload and try again. ${nothingChanged.en}`,
    },
  ),
  'setup.bad-token': refusal(
    403,
    { vi: 'Liên kết không dùng được', en: 'This link can’t be used' },
    {
      vi: 'Liên kết khởi tạo đã được dùng hoặc không đúng. Nếu hệ thống chưa có quản trị, chạy lệnh vanthu set-up trên máy chủ để nhận liên kết mới.',
      en: 'The set-up link was used already or is not right. If there is no administrator yet, run vanthu set-up on the server to get a new one.',
    },
  ),
  'setup.user-name-taken': refusal(
    409,
    { vi: 'Tên đăng nhập đã có người dùng', en: 'This user name is taken' },
    {
      vi: 'Tên đăng nhập {userName} đã có trong hệ thống. Xin chọn tên khác; liên kết vẫn dùng được.',
      en: 'The user name {userName} exists already. Please choose another; the link still works.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
