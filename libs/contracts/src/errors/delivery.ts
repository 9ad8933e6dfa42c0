import { nothingChanged, refusal } from './refusal.js';

/** Refusals about deliveries that need attention, and about holding deliveries back. */
export const deliveryErrors = {
  'delivery.not-failed': refusal(
    409,
    { vi: 'Lượt gửi không còn cần xử lý', en: 'This delivery needs no attention any more' },
    {
      vi: `Lượt gửi này vừa được gửi lại, đã đến nơi hoặc đã có người xử lý. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `It was just tried again, has arrived, or somebody else has dealt with it. Please reload. ${nothingChanged.en}`,
    },
  ),
  'delivery.channel-not-possible': refusal(
    422,
    { vi: 'Không gửi được bằng cách này', en: 'It can’t be sent this way' },
    {
      vi: `“{name}” chưa được cài đặt cách gửi này. Xin chọn cách khác. ${nothingChanged.vi}`,
      en: `“{name}” is not set up for this way. Please choose another one. ${nothingChanged.en}`,
    },
  ),
  'delivered-file.link-ended': refusal(
    410,
    { vi: 'Liên kết tải tệp không còn dùng được', en: 'This link to a file has ended' },
    {
      vi: 'Liên kết đã hết hạn, đã bị thu hồi hoặc không đúng. Xin chờ lượt gửi sau, hoặc liên hệ nơi gửi.',
      en: 'The link has run out, was taken back or is not right. Please wait for the next message, or ask the sender.',
    },
  ),
  'delivery.already-paused': refusal(
    409,
    { vi: 'Đã tạm dừng gửi từ trước', en: 'It is held back already' },
    {
      vi: `Kênh hoặc nơi nhận này đang tạm dừng. Xin tải lại trang để xem lý do. ${nothingChanged.vi}`,
      en: `This channel or recipient is held back already. Please reload to see why. ${nothingChanged.en}`,
    },
  ),
} as const;
