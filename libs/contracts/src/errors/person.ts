import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const personErrors = {
  'person.user-name-taken': refusal(
    409,
    { vi: 'Tên đăng nhập đã có người dùng', en: 'This user name is taken' },
    {
      vi: `Đã có người dùng tên {userName}. Xin chọn tên khác. ${nothingChanged.vi}`,
      en: `Somebody is called {userName} already. Please choose another name. ${nothingChanged.en}`,
    },
  ),
  'person.email-taken': refusal(
    409,
    { vi: 'Thư điện tử đã có người dùng', en: 'This e-mail is taken' },
    {
      vi: `Địa chỉ {email} đã là của người khác; mỗi người cần một địa chỉ riêng. ${nothingChanged.vi}`,
      en: `The address {email} belongs to somebody else; everybody needs an address of their own. ${nothingChanged.en}`,
    },
  ),
  'person.stale': refusal(
    409,
    { vi: 'Người khác vừa sửa thông tin này', en: 'Somebody else changed this person' },
    {
      vi: `Thông tin đã thay đổi sau khi anh/chị mở. Xin tải lại rồi sửa. ${nothingChanged.vi}`,
      en: `What you see is no longer what is kept. Please reload and edit again. ${nothingChanged.en}`,
    },
  ),
  'person.own-rights': refusal(
    403,
    { vi: 'Không tự đổi quyền của mình', en: 'Not for yourself' },
    {
      vi: `Không ai tự thêm, đổi, kết thúc chức vụ hay khóa tài khoản của chính mình. Xin nhờ một quản trị khác. ${nothingChanged.vi}`,
      en: `Nobody gives, changes or ends a post of their own, or disables themselves. Please ask another administrator. ${nothingChanged.en}`,
    },
  ),
  'person.last-administrator': refusal(
    409,
    { vi: 'Đây là quản trị hệ thống cuối cùng', en: 'This is the last system administrator' },
    {
      vi: `Phải luôn còn ít nhất một người đang giữ vai trò quản trị hệ thống không thời hạn. Xin giao vai trò này cho người khác trước. ${nothingChanged.vi}`,
      en: `There has to be at least one system administrator whose post has no end. Please give the role to somebody else first. ${nothingChanged.en}`,
    },
  ),
  'post.day-passed': refusal(
    422,
    { vi: 'Ngày đã qua', en: 'This day has passed' },
    {
      vi: `Không ghi lùi được: ngày bắt đầu sớm nhất là hôm nay, ngày kết thúc sớm nhất là hôm qua. ${nothingChanged.vi}`,
      en: `Nothing is changed for the past: the first day is today at the earliest, the last day yesterday. ${nothingChanged.en}`,
    },
  ),
  'post.days-crossed': refusal(
    422,
    { vi: 'Ngày kết thúc trước ngày bắt đầu', en: 'The end is before the beginning' },
    {
      vi: `Xin chọn ngày kết thúc không sớm hơn ngày bắt đầu. ${nothingChanged.vi}`,
      en: `Please choose a last day that is not before the first. ${nothingChanged.en}`,
    },
  ),
  'post.unknown-place': refusal(
    422,
    { vi: 'Cơ quan hoặc đơn vị không dùng được', en: 'This agency or unit can’t be chosen' },
    {
      vi: `Cơ quan không có hoặc đã ngừng hoạt động, hoặc đơn vị không thuộc cơ quan này. ${nothingChanged.vi}`,
      en: `The agency does not exist or is closed, or the unit is not one of its units. ${nothingChanged.en}`,
    },
  ),
  'post.held-already': refusal(
    409,
    { vi: 'Người này đã giữ vai trò đó', en: 'This role is held already' },
    {
      vi: `Người này đã có một chức vụ cùng vai trò ở cơ quan này trong khoảng thời gian đó. ${nothingChanged.vi}`,
      en: `This person has a post with the same role at this agency in that time. ${nothingChanged.en}`,
    },
  ),
  'post.ended': refusal(
    409,
    { vi: 'Chức vụ này đã kết thúc', en: 'This post has ended' },
    {
      vi: `Chức vụ đã kết thúc là lịch sử, không sửa nữa. Xin thêm chức vụ mới nếu cần. ${nothingChanged.vi}`,
      en: `A post that has ended is history. Please add a new one if it is needed. ${nothingChanged.en}`,
    },
  ),
  'post.handed-over': refusal(
    409,
    { vi: 'Chức vụ này đã được bàn giao', en: 'This post is handed over' },
    {
      vi: `Việc bàn giao từ ngày {day} đã được ghi nhận, nên ngày kết thúc không đổi được nữa. ${nothingChanged.vi}`,
      en: `Its hand-over from {day} is on record, so its end can’t be changed any more. ${nothingChanged.en}`,
    },
  ),
  'post.awaits-work': refusal(
    409,
    { vi: 'Chức vụ này sắp nhận bàn giao', en: 'This post is about to receive work' },
    {
      vi: `Ngày {day} chức vụ này sẽ nhận công việc của người khác, nên không kết thúc trước ngày đó được. ${nothingChanged.vi}`,
      en: `On {day} this post receives somebody’s work, so it can’t end before. ${nothingChanged.en}`,
    },
  ),
  'post.unfit-receiver': refusal(
    422,
    { vi: 'Người nhận bàn giao không phù hợp', en: 'This post can’t receive the work' },
    {
      vi: `Người nhận phải giữ chức vụ ở cùng cơ quan trong ngày bàn giao và có vai trò làm được công việc đó. ${nothingChanged.vi}`,
      en: `The receiver has to hold a post at the same agency on that day, in a role that can do the work. ${nothingChanged.en}`,
    },
  ),
  'unit.unknown-parent': refusal(
    422,
    { vi: 'Đơn vị cấp trên không hợp lệ', en: 'This unit can’t stand above' },
    {
      vi: `Đơn vị cấp trên phải thuộc cùng cơ quan và không nằm dưới chính đơn vị này. ${nothingChanged.vi}`,
      en: `The unit above has to be one of the same agency, and not one below this unit. ${nothingChanged.en}`,
    },
  ),
  'unit.in-use': refusal(
    409,
    { vi: 'Đơn vị còn người hoặc đơn vị trực thuộc', en: 'The unit is still in use' },
    {
      vi: `Xin chuyển hết người và đơn vị trực thuộc sang nơi khác trước khi đóng. ${nothingChanged.vi}`,
      en: `Please move its people and the units below it elsewhere before closing it. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
