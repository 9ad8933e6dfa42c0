import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const secondFactorErrors = {
  'second-factor.wrong-code': refusal(
    401,
    { vi: 'Mã chưa đúng', en: 'The code is not right' },
    {
      vi: 'Mã không đúng hoặc đã dùng rồi. Xin chờ ứng dụng hiện mã mới rồi nhập lại; giờ trên điện thoại phải đúng.',
      en: 'The code is not right, or was used already. Please wait for the next code of the app; the clock of the phone has to be right.',
    },
  ),
  'second-factor.wrong-recovery-code': refusal(
    401,
    { vi: 'Mã khôi phục không dùng được', en: 'This recovery code can’t be used' },
    {
      vi: 'Mã không đúng, đã dùng rồi, hoặc đã được thay bằng bộ mã mới. Hết mã thì xin báo quản trị.',
      en: 'It is not right, was used already, or was replaced by a newer set. If none is left, please tell your administrator.',
    },
  ),
  'second-factor.wrong-passkey': refusal(
    401,
    { vi: 'Khóa truy cập không được chấp nhận', en: 'The passkey was not accepted' },
    {
      vi: 'Khóa này không thuộc tài khoản của anh/chị tại địa chỉ này, hoặc thiết bị chưa xác minh người dùng. Xin thử lại hoặc dùng cách khác.',
      en: 'It does not belong to your account at this address, or the device did not verify who you are. Please try again, or use another way.',
    },
  ),
  'second-factor.challenge-expired': refusal(
    409,
    { vi: 'Đã quá thời gian', en: 'That took too long' },
    {
      vi: `Yêu cầu dùng khóa truy cập đã hết hạn hoặc đã dùng rồi. Xin bấm lại. ${nothingChanged.vi}`,
      en: `The request for the passkey has expired or was used already. Please press the button again. ${nothingChanged.en}`,
    },
  ),
  'second-factor.last-one': refusal(
    409,
    { vi: 'Đây là lớp bảo mật cuối cùng', en: 'This is your last second factor' },
    {
      vi: `Vai trò của anh/chị bắt buộc có bảo mật hai lớp. Xin thêm cách khác trước khi bỏ cách này. ${nothingChanged.vi}`,
      en: `Your role needs one. Please add another before you remove this one. ${nothingChanged.en}`,
    },
  ),
  'second-factor.none': refusal(
    409,
    { vi: 'Chưa có bảo mật hai lớp', en: 'There is no second factor yet' },
    {
      vi: `Mã khôi phục dùng thay cho ứng dụng hoặc khóa truy cập; xin thêm một cách trước. ${nothingChanged.vi}`,
      en: `Recovery codes stand in for an app or a passkey; please add one first. ${nothingChanged.en}`,
    },
  ),
  'second-factor.none-to-reset': refusal(
    409,
    { vi: 'Không có gì để đặt lại', en: 'There is nothing to reset' },
    {
      vi: `{person} chưa bật bảo mật hai lớp. ${nothingChanged.vi}`,
      en: `{person} has no second factor. ${nothingChanged.en}`,
    },
  ),
  'second-factor.too-many': refusal(
    409,
    { vi: 'Đã đủ số lượng', en: 'There are enough' },
    {
      vi: `Mỗi người giữ nhiều nhất {most} cách. Xin bỏ cách không dùng nữa. ${nothingChanged.vi}`,
      en: `One person keeps {most} at most. Please remove one that you don’t use. ${nothingChanged.en}`,
    },
  ),
  'second-factor.passkey-known': refusal(
    409,
    { vi: 'Khóa truy cập này đã có', en: 'This passkey is there already' },
    {
      vi: `Thiết bị này đã được thêm trước đó. ${nothingChanged.vi}`,
      en: `This device was added before. ${nothingChanged.en}`,
    },
  ),
  'second-factor.no-passkeys-here': refusal(
    409,
    { vi: 'Địa chỉ này không dùng được khóa truy cập', en: 'Passkeys can’t be used at this address' },
    {
      vi: 'Khóa truy cập cần tên miền, không dùng với địa chỉ số. Xin mở hệ thống bằng tên miền, hoặc dùng ứng dụng tạo mã.',
      en: 'A passkey belongs to a name, not to a number. Please open the system by its name, or use an app that makes codes.',
    },
  ),
  'session.confirmation-required': refusal(
    403,
    { vi: 'Xin xác nhận lại mật khẩu', en: 'Please confirm your password' },
    {
      vi: `Việc này cần xác nhận đúng người đang ngồi trước máy. Nhập lại mật khẩu, hoặc đăng xuất rồi đăng nhập lại. ${nothingChanged.vi}`,
      en: `This needs to know that it is still you. Enter your password, or sign out and in again. ${nothingChanged.en}`,
    },
  ),
  'session.not-confirmed': refusal(
    401,
    { vi: 'Mật khẩu chưa đúng', en: 'The password is not right' },
    {
      vi: 'Xin nhập lại. Nếu anh/chị đăng nhập một lần qua hệ thống khác, xin đăng xuất rồi đăng nhập lại.',
      en: 'Please enter it again. If you sign in through another system, sign out and in again instead.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
