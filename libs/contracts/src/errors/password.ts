import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const passwordErrors = {
  'session.slowed-down': refusal(
    429,
    { vi: 'Xin chờ một chút rồi thử lại', en: 'Please wait a little, then try again' },
    {
      vi: 'Đã có nhiều lần nhập không đúng, nên lần thử tiếp theo phải chờ {seconds} giây. Tài khoản không bị khóa; nhập đúng sau khi chờ là vào được.',
      en: 'There were several wrong tries, so the next one has to wait {seconds} seconds. The account is not locked: the right password after that wait lets you in.',
    },
  ),
  'password.too-weak': refusal(
    422,
    { vi: 'Mật khẩu dễ đoán', en: 'This password is easy to guess' },
    {
      vi: `{weakness} ${nothingChanged.vi} Một câu dài, dễ nhớ với riêng anh/chị là tốt nhất.`,
      en: `{weakness} ${nothingChanged.en} A long sentence that only you would think of is best.`,
    },
    {
      weakness: {
        keyboard: { vi: 'Mật khẩu đi theo hàng phím trên bàn phím.', en: 'It follows keys that lie side by side.' },
        repeat: { vi: 'Mật khẩu lặp đi lặp lại.', en: 'It repeats itself.' },
        sequence: { vi: 'Mật khẩu là một dãy liền nhau như abc hay 123.', en: 'It is a row such as abc or 123.' },
        date: { vi: 'Mật khẩu là ngày tháng hoặc năm.', en: 'It is a date or a year.' },
        common: {
          vi: 'Mật khẩu gần giống một mật khẩu nhiều người dùng.',
          en: 'It is close to one that many people use.',
        },
        word: { vi: 'Mật khẩu chỉ là một từ hoặc một tên quen thuộc.', en: 'It is a single well-known word or name.' },
        personal: {
          vi: 'Mật khẩu lấy từ tên, tên đăng nhập hoặc cơ quan của anh/chị.',
          en: 'It is made of your name, your user name or your agency.',
        },
        guessable: {
          vi: 'Mật khẩu chỉ gồm vài từ hoặc số quen thuộc.',
          en: 'It is only a few well-known words or numbers.',
        },
      },
    },
  ),
  'password.wrong-current': refusal(
    422,
    { vi: 'Mật khẩu hiện tại không đúng', en: 'The current password is not right' },
    {
      vi: `Xin nhập lại mật khẩu đang dùng. ${nothingChanged.vi}`,
      en: `Please enter the password that you use now. ${nothingChanged.en}`,
    },
  ),
  'password.unchanged': refusal(
    422,
    { vi: 'Mật khẩu mới giống mật khẩu cũ', en: 'The new password is the old one' },
    {
      vi: `Xin chọn một mật khẩu khác với mật khẩu đang dùng. ${nothingChanged.vi}`,
      en: `Please choose one that differs from the one you use now. ${nothingChanged.en}`,
    },
  ),
  'link.unusable': refusal(
    410,
    { vi: 'Liên kết không dùng được nữa', en: 'This link can’t be used any more' },
    {
      vi: `Liên kết đã được dùng, đã hết hạn hoặc đã có liên kết mới hơn thay thế. ${nothingChanged.vi} Xin yêu cầu liên kết mới, hoặc nhờ quản trị của cơ quan.`,
      en: `It was used already, has expired, or a newer one has taken its place. ${nothingChanged.en} Ask for a new link, or ask the administrator of your agency.`,
    },
  ),
  'invitation.own': refusal(
    403,
    { vi: 'Không tự tạo liên kết cho mình', en: 'Not for yourself' },
    {
      vi: `Muốn đổi mật khẩu của mình, xin dùng trang Tài khoản; quên mật khẩu thì nhờ một quản trị khác. ${nothingChanged.vi}`,
      en: `To change your own password, please use the account page; if you forgot it, ask another administrator. ${nothingChanged.en}`,
    },
  ),
  'invitation.no-sign-in': refusal(
    409,
    { vi: 'Người này chưa đăng nhập được', en: 'This person can’t sign in' },
    {
      vi: `Tài khoản đã ngừng hoặc không còn vị trí công tác nào đang hiệu lực, nên chưa tạo liên kết. ${nothingChanged.vi} Thêm vị trí công tác hoặc mở lại tài khoản trước.`,
      en: `The account is disabled or holds no post today, so no link was made. ${nothingChanged.en} Give them a post or enable the account first.`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
