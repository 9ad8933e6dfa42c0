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
  'arrival.recalled': refusal(
    410,
    { vi: 'Văn bản đã bị nơi gửi thu hồi', en: 'The sender took this document back' },
    {
      vi: `Nội dung không còn mở được và không còn xử lý. Lý do có ở trang văn bản đến. ${nothingChanged.vi}`,
      en: `Its content can’t be opened and nobody works on it any more. Its page says why. ${nothingChanged.en}`,
    },
  ),
  'arrival.replaced': refusal(
    409,
    { vi: 'Văn bản đã được thay thế', en: 'The document was replaced' },
    {
      vi: `Nơi gửi đã gửi văn bản thay thế. Xin mở văn bản thay thế để xử lý. ${nothingChanged.vi}`,
      en: `Its sender sent another one in its place. Please work on that one. ${nothingChanged.en}`,
    },
  ),
  'arrival.same-document': refusal(
    409,
    { vi: 'Có vẻ văn bản này đã có', en: 'This document seems to be here already' },
    {
      vi: `Văn bản số {symbol} của cùng tác giả, cùng ngày đã có ở văn bản đến. Xin ghi bản giấy vào văn bản đó, hoặc chọn “Vẫn vào sổ”. ${nothingChanged.vi}`,
      en: `A document {symbol} of the same issuer and day is among the incoming ones. Note the paper there, or choose to register it anyway. ${nothingChanged.en}`,
    },
  ),
  'arrival.own-document': refusal(
    422,
    { vi: 'Tác giả là chính cơ quan mình', en: 'Its issuer is this agency' },
    {
      vi: `Văn bản của chính cơ quan không vào sổ văn bản đến. ${nothingChanged.vi}`,
      en: `What the agency issued itself is no incoming document. ${nothingChanged.en}`,
    },
  ),
  'arrival.unknown-issuer': refusal(
    422,
    { vi: 'Không có cơ quan này trong danh mục', en: 'This agency is not in the directory' },
    {
      vi: `Xin chọn lại tác giả, hoặc gõ tên nơi ban hành. ${nothingChanged.vi}`,
      en: `Please choose the issuer again, or write its name. ${nothingChanged.en}`,
    },
  ),
  'arrival.unknown-type': refusal(
    422,
    { vi: 'Không có loại văn bản này', en: 'There is no such type of document' },
    {
      vi: `Xin chọn lại loại văn bản trong danh sách. ${nothingChanged.vi}`,
      en: `Please choose a type from the list. ${nothingChanged.en}`,
    },
  ),
  'arrival.days-crossed': refusal(
    422,
    { vi: 'Ngày chưa hợp lý', en: 'The days do not fit together' },
    {
      vi: `Ngày văn bản không thể sau ngày đến, và ngày đến không thể sau hôm nay. ${nothingChanged.vi}`,
      en: `A document can’t be issued after the day it came, nor come after today. ${nothingChanged.en}`,
    },
  ),
  'arrival.paper-noted': refusal(
    409,
    { vi: 'Bản giấy đã được ghi nhận', en: 'The paper was noted already' },
    {
      vi: `Có thể người khác vừa ghi. ${nothingChanged.vi}`,
      en: `Perhaps someone has just noted it. ${nothingChanged.en}`,
    },
  ),
  'arrival.not-its-paper': refusal(
    409,
    { vi: 'Không phải bản giấy của văn bản này', en: 'It is not the paper of this document' },
    {
      vi: `Chỉ ghép với văn bản giấy cùng số, ký hiệu và tác giả, đang xử lý. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `Only paper with the same symbol of the same issuer, still in work, is joined. Please reload. ${nothingChanged.en}`,
    },
  ),
  'arrival.not-forwardable': refusal(
    409,
    { vi: 'Không chuyển tiếp được văn bản này', en: 'This document can’t be forwarded' },
    {
      vi: `Văn bản đã bị thu hồi, bị hạn chế người đọc, hoặc nơi chuyển đến là chính nơi gửi. Xin từ chối với lý do sai nơi nhận. ${nothingChanged.vi}`,
      en: `It was taken back, its readers are restricted, or it would go back to its sender. Please refuse it as wrongly addressed. ${nothingChanged.en}`,
    },
  ),
  'sender-request.decided': refusal(
    409,
    { vi: 'Yêu cầu này không còn chờ trả lời', en: 'This request is no longer open' },
    {
      vi: `Có thể người khác vừa trả lời, hoặc nơi gửi đã rút lại. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `Perhaps someone has just decided, or the sender withdrew it. Please reload. ${nothingChanged.en}`,
    },
  ),
  'sender-request.reason-missing': refusal(
    422,
    { vi: 'Chưa nêu lý do không đồng ý', en: 'The reason for the refusal is missing' },
    {
      vi: `Nơi gửi sẽ thấy lý do này. ${nothingChanged.vi}`,
      en: `The sender will see it. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
