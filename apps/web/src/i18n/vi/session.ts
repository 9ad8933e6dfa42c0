export const session = {
  title: 'Đăng nhập',
  lead: 'Gửi, nhận và lưu trữ văn bản điện tử giữa các cơ quan nhà nước.',
  userName: 'Tên đăng nhập',
  password: 'Mật khẩu',
  showPassword: 'Hiện hoặc ẩn mật khẩu',
  signIn: 'Đăng nhập',
  wait: 'Thử lại sau {{seconds}} giây',
  missingUserName: 'Xin nhập tên đăng nhập.',
  missingPassword: 'Xin nhập mật khẩu.',
  forgotten: 'Quên mật khẩu?',
  setupNeeded: 'Hệ thống chưa có quản trị. Mở liên kết khởi tạo mà máy chủ in ra khi khởi động.',
  setupDone: 'Đã khởi tạo xong. Đăng nhập bằng tài khoản quản trị vừa tạo.',
  ended: 'Phiên làm việc đã hết',
  endedText: 'Đăng nhập lại để làm tiếp. Những gì đang viết vẫn còn trên trang.',
  someoneElse: 'Đăng nhập bằng tài khoản khác',
  oneMoreStep: 'Còn một bước nữa',
  signedInAs: 'Xin chào {{name}}. Sau bước này là vào làm việc.',
  unfinishedText: 'Làm xong bước này để làm tiếp. Những gì đang viết vẫn còn trên trang.',
  leave: 'Thoát ra, đăng nhập sau',
  or: 'hoặc',
  singleSignOn: 'Đăng nhập bằng {{name}}',
  notSignedOn: 'Chưa đăng nhập được',
  refused: {
    'provider-unreachable':
      'Cổng đăng nhập dùng chung chưa trả lời. Xin thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
    cancelled: 'Việc đăng nhập đã được hủy ở cổng dùng chung. Có thể thử lại bất cứ lúc nào.',
    'not-valid':
      'Câu trả lời của cổng đăng nhập dùng chung không hợp lệ. Xin thử lại; nếu vẫn vậy, báo cho quản trị hệ thống.',
    expired: 'Lần đăng nhập này đã quá mười phút, đã dùng rồi, hoặc bắt đầu ở trình duyệt khác. Xin bấm đăng nhập lại.',
    'no-claim':
      'Cổng đăng nhập dùng chung không cho biết địa chỉ thư điện tử. Xin báo cho người quản lý tài khoản ở cổng đó.',
    'unverified-email':
      'Địa chỉ thư điện tử ở cổng dùng chung chưa được xác minh. Xin xác minh ở cổng đó rồi đăng nhập lại.',
    'unknown-person':
      'Tài khoản ở cổng dùng chung chưa khớp với cán bộ nào tại đây. Xin nhờ quản trị cơ quan ghi đúng địa chỉ thư điện tử của anh/chị vào danh sách cán bộ.',
    disabled: 'Tài khoản của anh/chị tại đây đang bị khóa. Xin hỏi quản trị cơ quan.',
    'no-post': 'Anh/chị hiện không giữ chức vụ nào trong hệ thống. Xin hỏi quản trị cơ quan.',
    'other-account':
      'Anh/chị đã đăng nhập trước đây bằng một tài khoản khác ở cổng dùng chung. Nếu tài khoản đó đã đổi, xin nhờ quản trị cơ quan bỏ liên kết cũ.',
  },
} as const;
