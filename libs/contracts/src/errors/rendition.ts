import { refusal } from './refusal.js';

export const renditionErrors = {
  'attachment.no-rendition': refusal(
    409,
    { vi: 'Chưa có bản xem PDF', en: 'There is no PDF view' },
    {
      vi: 'Tệp “{fileName}” chưa có bản xem PDF, hoặc không tạo được. Hãy tải bản gốc để mở bằng chương trình trên máy.',
      en: 'There is no PDF view of the file “{fileName}” yet, or none can be made. Download the original and open it on your computer.',
    },
  ),
} as const;
