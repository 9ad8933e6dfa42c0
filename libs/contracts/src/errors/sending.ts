import { nothingChanged, refusal } from './refusal.js';

/** Refusals about whom a document is sent to, when, and on paper. */
export const sendingErrors = {
  'document.paper-reason-missing': refusal(
    422,
    { vi: 'Chưa nêu lý do gửi bản giấy', en: 'The reason for paper is missing' },
    {
      vi: `Xin chọn lý do gửi bản giấy cho “{name}”, ghi rõ khi lý do yêu cầu. ${nothingChanged.vi}`,
      en: `Please choose why “{name}” gets paper, in words where the reason asks for them. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-paper-reason': refusal(
    422,
    { vi: 'Lý do gửi bản giấy không có trong danh mục', en: 'There is no such reason for paper' },
    {
      vi: `Lý do “{name}” không có hoặc không còn dùng. Xin chọn lý do khác. ${nothingChanged.vi}`,
      en: `The reason “{name}” does not exist or is no longer used. Please choose another one. ${nothingChanged.en}`,
    },
  ),
  'document.only-on-paper': refusal(
    422,
    { vi: 'Nơi nhận chưa dùng hệ thống', en: 'A recipient is not on the system' },
    {
      vi: `“{name}” chưa dùng hệ thống nên chỉ gửi được bản giấy. ${nothingChanged.vi}`,
      en: `“{name}” is not on the system, so it can only be sent paper. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-colleague': refusal(
    422,
    { vi: 'Người nhận để biết không còn phù hợp', en: 'A colleague can’t be informed' },
    {
      vi: `Có người nhận để biết không thuộc cơ quan, đã thôi giữ chức danh hoặc không đọc văn bản. ${nothingChanged.vi}`,
      en: `Somebody to be informed is not of your agency, no longer holds the post or reads no documents. ${nothingChanged.en}`,
    },
  ),
  'document.recipient-has-copy': refusal(
    409,
    { vi: 'Nơi nhận này đã được gửi', en: 'This recipient has its copy already' },
    {
      vi: `“{name}” đã được gửi văn bản này rồi. Xin bỏ nơi nhận đó rồi gửi lại. ${nothingChanged.vi}`,
      en: `“{name}” was sent this document before. Please take it off and try again. ${nothingChanged.en}`,
    },
  ),
  'document.send-time-past': refusal(
    422,
    { vi: 'Giờ hẹn gửi không phù hợp', en: 'The time of sending can’t be kept' },
    {
      vi: `Giờ hẹn phải ở sau lúc này và trong vòng {days} ngày tới. ${nothingChanged.vi}`,
      en: `The time has to be after now and within the next {days} days. ${nothingChanged.en}`,
    },
  ),
  'document.not-scheduled': refusal(
    409,
    { vi: 'Văn bản không còn hẹn giờ gửi', en: 'No time of sending is set any more' },
    {
      vi: `Văn bản vừa được gửi hoặc lịch hẹn vừa được hủy. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `The document was just sent, or somebody called the sending off. Please reload. ${nothingChanged.en}`,
    },
  ),
  'delivery.not-on-paper': refusal(
    409,
    { vi: 'Nơi nhận này không có bản giấy', en: 'This recipient gets no paper' },
    {
      vi: `Văn bản chỉ được gửi điện tử đến nơi nhận này. ${nothingChanged.vi}`,
      en: `The document goes to this recipient electronically only. ${nothingChanged.en}`,
    },
  ),
  'delivery.handover-day-wrong': refusal(
    422,
    { vi: 'Ngày chuyển không phù hợp', en: 'The day of hand-over can’t be right' },
    {
      vi: `Ngày chuyển phải từ ngày gửi văn bản đến hôm nay. ${nothingChanged.vi}`,
      en: `The day has to lie between the sending and today. ${nothingChanged.en}`,
    },
  ),
  'paper-reason.name-taken': refusal(
    409,
    { vi: 'Lý do này đã có', en: 'There is such a reason already' },
    {
      vi: `Danh mục đã có lý do “{name}”. ${nothingChanged.vi}`,
      en: `The list has “{name}” already. ${nothingChanged.en}`,
    },
  ),
  'paper-reason.stale': refusal(
    412,
    { vi: 'Lý do vừa được người khác sửa', en: 'Someone else has just changed this reason' },
    {
      vi: `Xin tải lại để xem bản mới rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the new version, then go on. ${nothingChanged.en}`,
    },
  ),
  'paper-reason.in-rules': refusal(
    409,
    { vi: 'Hệ thống cần lý do này', en: 'The system needs this reason' },
    {
      vi: `Lý do này được hệ thống tự ghi cho nơi nhận chưa dùng hệ thống nên phải còn dùng và không đòi ghi thêm. ${nothingChanged.vi}`,
      en: `The system records this reason by itself for recipients that are not on it, so it stays in use and asks for no words. ${nothingChanged.en}`,
    },
  ),
} as const;
