import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const delegationErrors = {
  'delegation.unfit-stand-in': refusal(
    422,
    { vi: 'Người được ủy nhiệm không phù hợp', en: 'This person can’t stand in' },
    {
      vi: `Người được ủy nhiệm phải là người khác, cùng cơ quan, cùng vai trò và giữ chức vụ trong suốt thời gian ủy nhiệm. ${nothingChanged.vi}`,
      en: `The one who stands in has to be somebody else of the same agency and role, in a post that lasts through that time. ${nothingChanged.en}`,
    },
  ),
  'delegation.days': refusal(
    422,
    { vi: 'Thời gian ủy nhiệm không hợp lệ', en: 'These days can’t be used' },
    {
      vi: `Ủy nhiệm bắt đầu sớm nhất từ hôm nay, kết thúc không trước ngày bắt đầu và không quá {days} ngày. ${nothingChanged.vi}`,
      en: `A delegation begins today at the earliest, does not end before it begins, and lasts at most {days} days. ${nothingChanged.en}`,
    },
  ),
  'delegation.overlapping': refusal(
    409,
    { vi: 'Đã có ủy nhiệm trong thời gian này', en: 'There is a delegation in this time' },
    {
      vi: `Một người chỉ ủy nhiệm cho một người trong cùng thời gian, và không ủy nhiệm lại. Từ {from} đến {to} đã có ủy nhiệm liên quan đến một trong hai người. ${nothingChanged.vi}`,
      en: `Nobody has two stand-ins at once, and nobody who stands in passes that on. From {from} to {to} there is one that touches one of the two. ${nothingChanged.en}`,
    },
  ),
  'delegation.over': refusal(
    409,
    { vi: 'Ủy nhiệm này đã kết thúc', en: 'This delegation is over' },
    {
      vi: `Ủy nhiệm đã hết hạn hoặc đã được thu hồi. ${nothingChanged.vi}`,
      en: `It has run out or was revoked already. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
