import { type ErrorText, refusal } from './refusal.js';

export const uploadErrors = {
  'upload.wrong-offset': refusal(
    409,
    { vi: 'Tệp đang được gửi từ chỗ khác', en: 'The file goes on from another place' },
    {
      vi: 'Phần vừa gửi không nối tiếp phần đã nhận. Phần đã nhận vẫn còn; xin hỏi lại vị trí rồi gửi tiếp từ đó.',
      en: 'These bytes don’t follow those that have come. What has come is kept; please ask how far it is and go on there.',
    },
  ),
  'upload.too-long': refusal(
    413,
    { vi: 'Tệp dài hơn đã báo', en: 'The file is longer than announced' },
    {
      vi: 'Số byte gửi lên nhiều hơn độ dài đã báo lúc đầu. Xin dừng và gửi lại tệp từ đầu.',
      en: 'More bytes came than were announced at the beginning. Please stop and send the file again from its beginning.',
    },
  ),
  'upload.expired': refusal(
    410,
    { vi: 'Lần gửi tệp đã hết hạn', en: 'This upload has expired' },
    {
      vi: 'Tệp gửi dở được giữ một ngày. Xin gửi lại tệp từ đầu.',
      en: 'An unfinished file is kept for one day. Please send it again from its beginning.',
    },
  ),
  'upload.headers': refusal(
    400,
    { vi: 'Yêu cầu gửi tệp thiếu thông tin', en: 'The request lacks facts of the upload' },
    {
      vi: 'Cần Upload-Length và Upload-Metadata với attachmentId, fileName khi bắt đầu; Upload-Offset khi gửi tiếp.',
      en: 'Upload-Length and Upload-Metadata with attachmentId and fileName are needed to begin; Upload-Offset to go on.',
    },
  ),
  'upload.protocol': refusal(
    412,
    { vi: 'Phiên bản tus không được hỗ trợ', en: 'This version of tus is not supported' },
    {
      vi: 'Hệ thống dùng tus 1.0.0; yêu cầu cần có Tus-Resumable: 1.0.0.',
      en: 'The system speaks tus 1.0.0; the request needs Tus-Resumable: 1.0.0.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
