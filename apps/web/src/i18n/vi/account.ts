export const account = {
  title: 'Tài khoản của tôi',
  open: 'Mật khẩu và phiên đăng nhập',
  sessions: 'Phiên đăng nhập',
  sessionsText: 'Những nơi anh/chị đang đăng nhập. Thấy nơi lạ thì kết thúc phiên đó rồi đổi mật khẩu.',
  onlyHere: 'Anh/chị chỉ đang đăng nhập ở đây. Khi đăng nhập ở máy khác, máy đó hiện trong danh sách này.',
  here: 'Đang dùng',
  facts: '{{address}} · từ {{since}} · dùng gần nhất {{used}}',
  bySingleSignOn: 'đăng nhập một lần',
  browserOn: '{{browser}} trên {{system}}',
  unknownBrowser: 'Trình duyệt không rõ',
  end: 'Kết thúc',
  endOthers: 'Kết thúc mọi phiên khác',
  endOthersText:
    'Kết thúc {{number}} phiên khác của anh/chị. Ở những nơi đó phải đăng nhập lại; những gì chưa lưu ở đó có thể mất.',
} as const;
