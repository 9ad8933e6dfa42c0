import { type ErrorText, refusal } from './refusal.js';

export const trailErrors = {
  'trail.export-too-large': refusal(
    422,
    { vi: 'Kết quả quá dài để xuất', en: 'This is too long to export' },
    {
      vi: 'Một tệp có nhiều nhất {max} dòng. Chưa xuất gì cả; xin chọn khoảng ngày ngắn hơn hoặc thêm điều kiện lọc.',
      en: 'A file has at most {max} rows. Nothing was exported; please choose a shorter period or filter more.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
