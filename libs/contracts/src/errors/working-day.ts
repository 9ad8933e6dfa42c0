import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const workingDayErrors = {
  'working-day.stale': refusal(
    412,
    { vi: 'Ngày này vừa được người khác sửa', en: 'Someone else has just changed this day' },
    {
      vi: `Xin tải lại để xem lịch hiện nay rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the calendar as it is now, then go on. ${nothingChanged.en}`,
    },
  ),
  'working-day.worked-anyway': refusal(
    422,
    { vi: 'Ngày này vốn là ngày làm việc', en: 'This day is worked anyway' },
    {
      vi: `{day} là ngày trong tuần, không cần ghi làm bù. Chỉ thứ bảy, chủ nhật mới ghi là ngày làm bù. ${nothingChanged.vi}`,
      en: `{day} is a weekday and needs no entry. Only a Saturday or Sunday can be set as worked. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
