import { nothingChanged, refusal } from './refusal.js';

export const assignmentErrors = {
  'assignment.wrong-state': refusal(
    409,
    { vi: 'Phần việc đã kết thúc', en: 'This part of the work has ended' },
    {
      vi: `Việc đã xong, đã trả lại hoặc đã giao người khác. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `It is done, was handed back, or was given to somebody else. Please reload. ${nothingChanged.en}`,
    },
  ),
  'assignment.unknown-leader': refusal(
    422,
    { vi: 'Không trình được cho người này', en: 'It cannot be submitted to this person' },
    {
      vi: `Người được trình phải là lãnh đạo đang công tác tại cơ quan. ${nothingChanged.vi}`,
      en: `Documents are submitted to leaders who hold a post at your agency today. ${nothingChanged.en}`,
    },
  ),
  'assignment.unknown-assignee': refusal(
    422,
    { vi: 'Không giao được cho nơi này', en: 'Work cannot be given to one of these' },
    {
      vi: `Chỉ giao cho đơn vị, người đang công tác tại cơ quan; trong đơn vị chỉ giao cho người và bộ phận của đơn vị. ${nothingChanged.vi}`,
      en: `Work goes to units and people of your agency today; a unit gives on to its own people and sections. ${nothingChanged.en}`,
    },
  ),
  'assignment.one-lead': refusal(
    422,
    { vi: 'Phải có đúng một nơi chủ trì', en: 'Exactly one has to lead' },
    {
      vi: `Chọn một đơn vị hoặc một người chủ trì; các nơi khác phối hợp. ${nothingChanged.vi}`,
      en: `Choose one unit or person to lead; the others support. ${nothingChanged.en}`,
    },
  ),
  'assignment.named-twice': refusal(
    422,
    { vi: 'Có nơi được giao hai lần', en: 'Somebody is named twice' },
    {
      vi: `Mỗi đơn vị, mỗi người chỉ nhận một phần việc. ${nothingChanged.vi}`,
      en: `Each unit and each person gets one part. ${nothingChanged.en}`,
    },
  ),
  'assignment.due-in-the-past': refusal(
    422,
    { vi: 'Hạn xử lý đã qua', en: 'The deadline has passed' },
    {
      vi: `Hạn xử lý phải từ hôm nay trở đi. ${nothingChanged.vi}`,
      en: `The last day is today or later. ${nothingChanged.en}`,
    },
  ),
  'report.period': refusal(
    422,
    { vi: 'Kỳ báo cáo không hợp lệ', en: 'The period is not valid' },
    {
      vi: 'Ngày đầu phải trước hoặc trùng ngày cuối, và kỳ báo cáo không quá {days} ngày.',
      en: 'The first day comes before or on the last, and a report covers at most {days} days.',
    },
  ),
} as const;
