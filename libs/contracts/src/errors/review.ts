import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const reviewErrors = {
  'review.unknown-reviewer': refusal(
    422,
    { vi: 'Người cho ý kiến không hợp lệ', en: 'A reviewer can’t be chosen' },
    {
      vi: `Có người cho ý kiến không còn giữ chức vụ ở cơ quan. Xin bỏ người đó hoặc chọn người khác. ${nothingChanged.vi}`,
      en: `A reviewer holds no post in your agency any more. Please take them off or choose another. ${nothingChanged.en}`,
    },
  ),
  'review.reviewer-twice': refusal(
    422,
    { vi: 'Người cho ý kiến bị trùng', en: 'A reviewer stands twice' },
    {
      vi: `{name} có hơn một lần trong danh sách cho ý kiến. ${nothingChanged.vi}`,
      en: `{name} stands more than once among the reviewers. ${nothingChanged.en}`,
    },
  ),
  'review.own-draft': refusal(
    422,
    { vi: 'Không tự cho ý kiến văn bản mình soạn', en: 'Nobody reviews their own draft' },
    {
      vi: `{name} là người soạn văn bản này. Xin chọn người khác cho ý kiến. ${nothingChanged.vi}`,
      en: `{name} drafts this document. Please choose somebody else. ${nothingChanged.en}`,
    },
  ),
  'review.signer': refusal(
    422,
    { vi: 'Người ký không cần cho ý kiến trước', en: 'The signer is asked anyway' },
    {
      vi: `{name} là người ký và xem văn bản sau khi mọi người đã đồng ý. Xin bỏ khỏi danh sách cho ý kiến. ${nothingChanged.vi}`,
      en: `{name} signs it, and gets it once all others have agreed. Please take them off the reviewers. ${nothingChanged.en}`,
    },
  ),
  'review.order': refusal(
    422,
    { vi: 'Thứ tự cho ý kiến chưa đúng', en: 'The order of the reviewers is not right' },
    {
      vi: `{leader} là lãnh đạo cơ quan nên cho ý kiến sau {name}. Xin xếp lại thứ tự. ${nothingChanged.vi}`,
      en: `{leader} leads the agency and is asked after {name}. Please change the order. ${nothingChanged.en}`,
    },
  ),
  'review.day-passed': refusal(
    422,
    { vi: 'Hạn cho ý kiến đã qua', en: 'A deadline has passed' },
    {
      vi: `Hạn cho ý kiến của {name} đã qua. Xin đặt lại hạn rồi gửi. ${nothingChanged.vi}`,
      en: `The deadline of {name} has passed. Please set a new one, then send it. ${nothingChanged.en}`,
    },
  ),
  'review.not-your-turn': refusal(
    409,
    { vi: 'Chưa đến lượt cho ý kiến', en: 'It is not your turn yet' },
    {
      vi: `Văn bản đang chờ ý kiến của người đứng trước; khi đến lượt, văn bản sẽ vào mục chờ ý kiến. ${nothingChanged.vi}`,
      en: `Somebody before you is being asked; when it is your turn, it will be among what waits for you. ${nothingChanged.en}`,
    },
  ),
  'review.already-given': refusal(
    409,
    { vi: 'Đã cho ý kiến', en: 'The opinion was given already' },
    {
      vi: `Ý kiến cho vòng này đã được ghi; mỗi người chỉ cho một lần. ${nothingChanged.vi}`,
      en: `The opinion for this round is on record; each is given once. ${nothingChanged.en}`,
    },
  ),
  'review.unchanged': refusal(
    409,
    { vi: 'Chưa có gì thay đổi', en: 'Nothing has changed' },
    {
      vi: 'Dự thảo vẫn như bản {number} đã giữ, nên không giữ thêm bản nữa.',
      en: 'The draft is still as version {number}, so no further version was kept.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
