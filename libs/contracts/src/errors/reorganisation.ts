import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const reorganisationErrors = {
  'agency.reorganised': refusal(
    409,
    { vi: 'Cơ quan vừa được sắp xếp lại', en: 'The agency has just been reorganised' },
    {
      vi: `Cơ quan hoặc chức danh của anh/chị đã kết thúc. Xin đăng nhập lại để làm việc ở cơ quan mới. ${nothingChanged.vi}`,
      en: `Your agency or your post has ended. Please sign in again to work at the new agency. ${nothingChanged.en}`,
    },
  ),
  'register.closed': refusal(
    409,
    { vi: 'Sổ đã khóa', en: 'The register is closed' },
    {
      vi: `Cơ quan đã kết thúc hoạt động nên sổ không cấp số nữa. Xin làm ở sổ của cơ quan kế tục. ${nothingChanged.vi}`,
      en: `The agency was closed, and its register gives no more numbers. Please use the register of its successor. ${nothingChanged.en}`,
    },
  ),
  'reorganisation.stale': refusal(
    412,
    { vi: 'Phương án vừa được người khác sửa', en: 'Someone else has just changed this plan' },
    {
      vi: `Xin tải lại để xem bản mới rồi làm tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the new version, then go on. ${nothingChanged.en}`,
    },
  ),
  'reorganisation.wrong-state': refusal(
    409,
    { vi: 'Phương án không còn ở bước này', en: 'The plan is no longer at this step' },
    {
      vi: `Phương án đang ở trạng thái khác, có thể người khác vừa xử lý. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `The plan is in another state; perhaps someone has just handled it. Please reload. ${nothingChanged.en}`,
    },
  ),
  'reorganisation.has-faults': refusal(
    422,
    { vi: 'Phương án còn chỗ chưa đúng', en: 'The plan still has faults' },
    {
      vi: `Còn {count} chỗ chưa đúng; xin xem mục kiểm tra và sửa từng bước. ${nothingChanged.vi}`,
      en: `It has {count} faults; please look at the check and mend the steps. ${nothingChanged.en}`,
    },
  ),
  'reorganisation.not-today': refusal(
    422,
    { vi: 'Chưa đến ngày thi hành', en: 'It is not the day yet' },
    {
      vi: `Phương án có hiệu lực từ {day}. Xin lên lịch, hoặc sửa ngày rồi thi hành. ${nothingChanged.vi}`,
      en: `The plan takes effect on {day}. Schedule it, or change the day first. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
