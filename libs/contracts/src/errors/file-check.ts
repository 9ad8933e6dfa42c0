import { nothingChanged, refusal } from './refusal.js';

export const fileCheckErrors = {
  'document.file-waiting': refusal(
    409,
    { vi: 'Tệp chưa kiểm tra xong', en: 'A file has not been checked yet' },
    {
      vi: `Chưa thể phát hành, gửi văn bản vì tệp “{fileName}” {reason} ${nothingChanged.vi}`,
      en: `The document can’t be issued or sent yet: the file “{fileName}” {reason} ${nothingChanged.en}`,
    },
    {
      reason: {
        'under-way': {
          vi: 'đang được kiểm tra. Xin đợi một lát rồi làm lại.',
          en: 'is being checked. Please wait a moment and try again.',
        },
        'scanner-down': {
          vi: 'đang chờ bộ quét mã độc hoạt động lại; hệ thống tự kiểm tra tiếp. Nếu kéo dài, xin báo quản trị.',
          en: 'waits for the malware scanner, which does not answer; it is tried again by itself. If it takes long, please tell the administrator.',
        },
        'too-large': {
          vi: 'lớn hơn giới hạn của bộ quét mã độc. Xin báo quản trị nâng giới hạn, hoặc nhờ người soạn chia nhỏ tệp.',
          en: 'is over the limit of the malware scanner. Please ask the administrator to raise it, or the drafter to split the file.',
        },
      },
    },
  ),
  'document.file-held': refusal(
    409,
    { vi: 'Văn bản đang bị giữ vì có dấu hiệu độ mật', en: 'The document is held for a mark of secrecy' },
    {
      vi: `Tệp “{fileName}” có dòng “{text}”. Văn bản mật không được đưa lên hệ thống này: văn thư xem tệp rồi cho đi tiếp với lý do, hoặc rút lại; người soạn cũng có thể gỡ tệp khi đang soạn. ${nothingChanged.vi}`,
      en: `The file “{fileName}” has the line “{text}”. Classified documents must not enter this system: the clerk looks at the file and releases it with a reason, or withdraws it; the drafter can take the file off a draft. ${nothingChanged.en}`,
    },
  ),
  'document.file-infected': refusal(
    409,
    { vi: 'Tệp có mã độc', en: 'A file has malware' },
    {
      vi: `Bộ quét tìm thấy “{signature}” trong tệp “{fileName}”. Người soạn gỡ tệp này rồi mới trình, phát hành hoặc gửi được. ${nothingChanged.vi}`,
      en: `The scanner found “{signature}” in the file “{fileName}”. The drafter has to take the file off before the document can go on. ${nothingChanged.en}`,
    },
  ),
  'document.file-not-held': refusal(
    409,
    { vi: 'Tệp không còn bị giữ', en: 'The file is not held any more' },
    {
      vi: `Tệp “{fileName}” không chờ quyết định của văn thư, có thể người khác vừa xử lý. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `The file “{fileName}” does not wait for the clerk’s decision; perhaps someone has just handled it. Please reload. ${nothingChanged.en}`,
    },
  ),
  'attachment.infected': refusal(
    409,
    { vi: 'Không mở được tệp có mã độc', en: 'A file with malware can’t be opened' },
    {
      vi: 'Tệp “{fileName}” có mã độc nên không ai mở hoặc tải về được. Người soạn có thể gỡ tệp khỏi dự thảo.',
      en: 'The file “{fileName}” has malware, so nobody can open or download it. The drafter can take it off the draft.',
    },
  ),
} as const;
