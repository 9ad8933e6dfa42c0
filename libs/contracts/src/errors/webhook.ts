import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const webhookErrors = {
  'webhook.stale': refusal(
    409,
    { vi: 'Người khác vừa sửa webhook này', en: 'Somebody else changed this webhook' },
    {
      vi: `Thông tin đã thay đổi sau khi anh/chị mở. Xin tải lại rồi sửa. ${nothingChanged.vi}`,
      en: `What you see is no longer what is kept. Please reload and edit again. ${nothingChanged.en}`,
    },
  ),
  'webhook.too-many': refusal(
    409,
    { vi: 'Cơ quan đã có đủ số webhook', en: 'The agency has all the webhooks it can have' },
    {
      vi: `Mỗi cơ quan có nhiều nhất {most} webhook. Xin bỏ một webhook không dùng nữa. ${nothingChanged.vi}`,
      en: `An agency has {most} webhooks at most. Please remove one that is no longer used. ${nothingChanged.en}`,
    },
  ),
  'webhook.agency-closed': refusal(
    409,
    { vi: 'Cơ quan đã ngừng hoạt động', en: 'The agency is closed' },
    {
      vi: `Không tạo webhook cho cơ quan đã ngừng hoạt động. Xin chọn cơ quan kế thừa. ${nothingChanged.vi}`,
      en: `No webhook is made for an agency that is closed. Please choose its successor. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
