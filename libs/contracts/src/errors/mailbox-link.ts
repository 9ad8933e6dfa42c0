import { nothingChanged, refusal } from './refusal.js';

/** Refusals at the link that an agency with only a mailbox opens a document by. */
export const mailboxLinkErrors = {
  'mailbox-link.unknown': refusal(
    404,
    { vi: 'Liên kết không đúng', en: 'This link is not right' },
    {
      vi: 'Xin mở đúng liên kết trong thư, hoặc liên hệ nơi gửi.',
      en: 'Please open the link of the mail as it is, or ask the sender.',
    },
  ),
  'mailbox-link.expired': refusal(
    410,
    { vi: 'Liên kết đã hết hạn', en: 'This link has run out' },
    {
      vi: 'Có thể yêu cầu gửi lại liên kết về chính hộp thư của cơ quan.',
      en: 'You can have it sent to the mailbox of your agency again.',
    },
  ),
  'mailbox-link.withdrawn': refusal(
    410,
    { vi: 'Văn bản không còn gửi cho cơ quan', en: 'This document is no longer sent to you' },
    { vi: 'Nơi gửi đã thôi gửi văn bản này.', en: 'The sender does not send it to you any more.' },
  ),
  'mailbox-link.too-many-mails': refusal(
    429,
    { vi: 'Đã gửi nhiều thư', en: 'Many mails were sent already' },
    {
      vi: 'Xin xem cả mục thư rác rồi thử lại sau {minutes} phút.',
      en: 'Please look into the junk folder too, and try again in {minutes} minutes.',
    },
  ),
  'mailbox-link.mail-failed': refusal(
    503,
    { vi: 'Chưa gửi được thư', en: 'The mail could not be sent' },
    { vi: 'Máy chủ thư đang bận. Xin thử lại sau ít phút.', en: 'The mail server is busy. Please try again soon.' },
  ),
  'mailbox-link.wrong-code': refusal(
    422,
    { vi: 'Mã không đúng hoặc đã hết hạn', en: 'The code is wrong or has run out' },
    {
      vi: `Sau năm lần sai, xin yêu cầu mã mới. ${nothingChanged.vi}`,
      en: `After five wrong ones, please ask for a new code. ${nothingChanged.en}`,
    },
  ),
  'mailbox-link.closed': refusal(
    410,
    { vi: 'Phiên mở văn bản đã hết', en: 'The document is closed again' },
    {
      vi: `Xin mở lại bằng liên kết trong thư và mã mới. ${nothingChanged.vi}`,
      en: `Please open it again by the link of the mail and a new code. ${nothingChanged.en}`,
    },
  ),
  'mailbox-link.answered': refusal(
    409,
    { vi: 'Văn bản đã được tiếp nhận hoặc từ chối', en: 'It was accepted or refused before' },
    {
      vi: `Xin tải lại để xem trạng thái. ${nothingChanged.vi}`,
      en: `Please reload to see how it stands. ${nothingChanged.en}`,
    },
  ),
} as const;
