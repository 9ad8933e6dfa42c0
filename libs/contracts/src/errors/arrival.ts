import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const arrivalErrors = {
  'arrival.already-accepted': refusal(
    409,
    { vi: 'Văn bản đã được tiếp nhận', en: 'The document was accepted already' },
    {
      vi: 'Đã vào sổ với số đến {arrivalNumber}. Có thể người khác vừa tiếp nhận.',
      en: 'It is registered under arrival number {arrivalNumber}. Perhaps someone has just accepted it.',
    },
  ),
  'arrival.already-refused': refusal(
    409,
    { vi: 'Văn bản đã bị từ chối', en: 'The document was refused already' },
    {
      vi: 'Văn bản đã được trả lại nơi gửi. Có thể người khác vừa từ chối.',
      en: 'It went back to its sender. Perhaps someone has just refused it.',
    },
  ),
  'arrival.wrong-state': refusal(
    409,
    { vi: 'Văn bản không còn ở bước này', en: 'The document is no longer at this step' },
    {
      vi: `Văn bản đang ở trạng thái khác. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `The document is in another state. Please reload. ${nothingChanged.en}`,
    },
  ),
  'arrival.not-registered': refusal(
    409,
    { vi: 'Văn bản chưa tiếp nhận', en: 'The document was not accepted' },
    {
      vi: `Chỉ soạn trả lời cho văn bản đã tiếp nhận, vào sổ và chưa kết thúc. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `Only a document that was accepted and is still in work is answered. Please reload. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
