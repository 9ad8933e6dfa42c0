import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const recipientGroupErrors = {
  'group.stale': refusal(
    412,
    { vi: 'Nhóm nơi nhận vừa được người khác sửa', en: 'Someone else has just changed this group' },
    {
      vi: `Xin tải lại để xem nhóm hiện nay rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the group as it is now, then go on. ${nothingChanged.en}`,
    },
  ),
  'group.name-taken': refusal(
    409,
    { vi: 'Đã có nhóm tên này', en: 'There is a group of this name' },
    {
      vi: `Đã có nhóm “{name}”. Xin đặt tên khác. ${nothingChanged.vi}`,
      en: `There is a group “{name}” already. Please choose another name. ${nothingChanged.en}`,
    },
  ),
  'group.levels-wrong': refusal(
    422,
    { vi: 'Cấp cơ quan của nhóm chưa đúng', en: 'The levels of the group are not right' },
    {
      vi: `Nhóm theo cấp cần ít nhất một cấp cơ quan; danh sách tự lập thì không có cấp. ${nothingChanged.vi}`,
      en: `A group by level needs at least one level; a list has none. ${nothingChanged.en}`,
    },
  ),
  'group.not-a-list': refusal(
    409,
    { vi: 'Nhóm theo cấp không thêm bớt từng cơ quan', en: 'A group by level has no members of its own' },
    {
      vi: `Nhóm “{name}” tự lấy mọi cơ quan cùng cấp. Xin lập danh sách riêng nếu cần chọn từng cơ quan. ${nothingChanged.vi}`,
      en: `The group “{name}” takes every agency of its levels. Make a list to choose agencies one by one. ${nothingChanged.en}`,
    },
  ),
  'group.unknown-agency': refusal(
    422,
    { vi: 'Cơ quan không có trong danh mục', en: 'An agency is not in the directory' },
    {
      vi: `Có cơ quan không tồn tại hoặc đã ngừng hoạt động. ${nothingChanged.vi}`,
      en: `An agency does not exist or is closed. ${nothingChanged.en}`,
    },
  ),
  'group.too-large': refusal(
    422,
    { vi: 'Nhóm quá đông', en: 'The group is too large' },
    {
      vi: `Một danh sách có nhiều nhất {max} cơ quan. ${nothingChanged.vi}`,
      en: `A list has at most {max} agencies. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-group': refusal(
    422,
    { vi: 'Nhóm nơi nhận không có', en: 'A recipient group does not exist' },
    {
      vi: `Có nhóm nơi nhận không tồn tại hoặc không phải của cơ quan. ${nothingChanged.vi}`,
      en: `A recipient group does not exist or is not your agency’s. ${nothingChanged.en}`,
    },
  ),
  'document.group-deleted': refusal(
    409,
    { vi: 'Nhóm nơi nhận đã bị xóa', en: 'A recipient group was deleted' },
    {
      vi: `Nhóm “{name}” đã bị xóa. Xin bỏ nhóm này khỏi nơi nhận hoặc chọn nhóm khác. ${nothingChanged.vi}`,
      en: `The group “{name}” was deleted. Please take it off the recipients or choose another one. ${nothingChanged.en}`,
    },
  ),
  'document.group-empty': refusal(
    409,
    { vi: 'Nhóm nơi nhận đang trống', en: 'A recipient group is empty' },
    {
      vi: `Nhóm “{name}” hiện không có cơ quan nào để gửi. Xin bổ sung cơ quan vào nhóm rồi gửi lại. ${nothingChanged.vi}`,
      en: `The group “{name}” has no agency to send to today. Please add agencies to it, then send again. ${nothingChanged.en}`,
    },
  ),
  'document.group-twice': refusal(
    422,
    { vi: 'Nhóm nơi nhận bị trùng', en: 'A recipient group stands twice' },
    {
      vi: `Nhóm “{name}” có hơn một lần trong nơi nhận. ${nothingChanged.vi}`,
      en: `The group “{name}” stands more than once among the recipients. ${nothingChanged.en}`,
    },
  ),
  'document.too-many-recipients': refusal(
    422,
    { vi: 'Quá nhiều nơi nhận', en: 'There are too many recipients' },
    {
      vi: `Văn bản sẽ đến {count} nơi nhận; mỗi lần gửi được nhiều nhất {max} nơi. ${nothingChanged.vi}`,
      en: `The document would go to {count} recipients; one sending takes at most {max}. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
