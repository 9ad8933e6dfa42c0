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
  'document.nothing-to-recall': refusal(
    409,
    { vi: 'Không còn bản nào để thu hồi', en: 'There is nothing left to take back' },
    {
      vi: `Mọi nơi nhận điện tử đã được thu hồi, đã từ chối hoặc đang được hỏi. Bản giấy phải thu hồi trực tiếp. ${nothingChanged.vi}`,
      en: `From all who got it electronically it was taken back, sent back or asked for already. Paper has to be taken back by hand. ${nothingChanged.en}`,
    },
  ),
  'delivery.not-recallable': refusal(
    409,
    { vi: 'Không thu hồi được từ nơi nhận này', en: 'It can’t be taken back from this recipient' },
    {
      vi: `“{name}”: đã thu hồi, đã từ chối, đang được hỏi, hoặc chỉ nhận bản giấy. ${nothingChanged.vi}`,
      en: `“{name}”: taken back, refused or asked already, or sent on paper only. ${nothingChanged.en}`,
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
  'delivery.not-remote': refusal(
    409,
    {
      vi: 'Trạng thái của lượt gửi này không báo từ ngoài',
      en: 'The state of this delivery is not reported from outside',
    },
    {
      vi: `Văn bản được tiếp nhận ngay trên hệ thống này hoặc bằng giấy. ${nothingChanged.vi}`,
      en: `The document is received on this system, or on paper. ${nothingChanged.en}`,
    },
  ),
  'delivery-report.conflict': refusal(
    409,
    { vi: 'Mã sự kiện này đã dùng cho nội dung khác', en: 'This event id was used for something else' },
    {
      vi: `Một sự kiện khác đã được báo với cùng mã. Xin dùng mã mới. ${nothingChanged.vi}`,
      en: `Another event was reported under the same id. Please use a new one. ${nothingChanged.en}`,
    },
  ),
  'delivery-report.time-wrong': refusal(
    422,
    { vi: 'Thời điểm của sự kiện không phù hợp', en: 'The time of the event can’t be right' },
    {
      vi: `Sự kiện phải ở sau lúc gửi và không ở tương lai. ${nothingChanged.vi}`,
      en: `An event has to lie after the sending and not in the future. ${nothingChanged.en}`,
    },
  ),
  'delivery-report.reason-missing': refusal(
    422,
    { vi: 'Chưa nêu lý do từ chối', en: 'The reason for the refusal is missing' },
    {
      vi: `Từ chối (02) phải kèm lý do trong “note”. ${nothingChanged.vi}`,
      en: `A refusal (02) has to carry its reason in “note”. ${nothingChanged.en}`,
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
  'alert-settings.stale': refusal(
    412,
    { vi: 'Nơi nhận cảnh báo vừa được người khác sửa', en: 'Someone else has just changed where alerts go' },
    {
      vi: `Xin tải lại để xem thông tin mới rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see what it says now, then go on. ${nothingChanged.en}`,
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
