import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const savedViewErrors = {
  'saved-view.name-taken': refusal(
    409,
    { vi: 'Đã có bộ lọc tên này', en: 'You have a view of this name' },
    {
      vi: `Anh/chị đã lưu bộ lọc “{name}”. Xin đặt tên khác. ${nothingChanged.vi}`,
      en: `You have saved a view “{name}” already. Please choose another name. ${nothingChanged.en}`,
    },
  ),
  'saved-view.too-many': refusal(
    409,
    { vi: 'Đã lưu đủ số bộ lọc', en: 'There are enough views' },
    {
      vi: `Mỗi người lưu được nhiều nhất {max} bộ lọc. Xin xóa bớt rồi lưu lại. ${nothingChanged.vi}`,
      en: `A person can save at most {max} views. Please delete one, then save again. ${nothingChanged.en}`,
    },
  ),
  'saved-view.order-stale': refusal(
    409,
    { vi: 'Danh sách bộ lọc vừa thay đổi', en: 'Your views have just changed' },
    {
      vi: `Thứ tự mới phải có đủ các bộ lọc của anh/chị, mỗi bộ lọc một lần. Xin tải lại rồi sắp xếp lại. ${nothingChanged.vi}`,
      en: `The new order has to name each of your views once. Please reload, then order them again. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
