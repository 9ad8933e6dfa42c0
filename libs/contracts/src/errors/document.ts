import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const documentErrors = {
  'document.stale': refusal(
    412,
    { vi: 'Văn bản vừa được người khác sửa', en: 'Someone else has just changed this document' },
    {
      vi: `Xin tải lại để xem bản mới rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see the new version, then go on. ${nothingChanged.en}`,
    },
  ),
  'document.wrong-state': refusal(
    409,
    { vi: 'Văn bản không còn ở bước này', en: 'The document is no longer at this step' },
    {
      vi: `Văn bản đang ở trạng thái khác, có thể người khác vừa xử lý. Xin tải lại trang. ${nothingChanged.vi}`,
      en: `The document is in another state; perhaps someone has just handled it. Please reload. ${nothingChanged.en}`,
    },
  ),
  'document.recipient-succeeded': refusal(
    422,
    { vi: 'Nơi nhận đã được sắp xếp lại', en: 'A recipient was reorganised' },
    {
      vi: `“{name}” đã kết thúc hoạt động; cơ quan kế tục là “{successor}”. Xin chọn lại nơi nhận. ${nothingChanged.vi}`,
      en: `“{name}” was closed; “{successor}” took its place. Please choose the recipient again. ${nothingChanged.en}`,
    },
  ),
  'document.already-issued': refusal(
    409,
    { vi: 'Văn bản đã có số', en: 'The document has its number already' },
    {
      vi: 'Văn bản đã được cấp số {symbol}; mỗi văn bản chỉ có một số.',
      en: 'It was issued as {symbol}; a document gets one number only.',
    },
  ),
  'document.no-attachment': refusal(
    422,
    { vi: 'Chưa có tệp đính kèm', en: 'There is no attachment' },
    {
      vi: `Văn bản cần ít nhất một tệp trước khi trình. ${nothingChanged.vi}`,
      en: `A document needs at least one file before it is submitted. ${nothingChanged.en}`,
    },
  ),
  'document.no-recipient': refusal(
    422,
    { vi: 'Chưa có nơi nhận', en: 'There is no recipient' },
    {
      vi: `Văn bản cần ít nhất một nơi nhận trước khi trình. ${nothingChanged.vi}`,
      en: `A document needs at least one recipient before it is submitted. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-recipient': refusal(
    422,
    { vi: 'Nơi nhận không có trong danh mục', en: 'A recipient is not in the directory' },
    {
      vi: `Có nơi nhận không tồn tại hoặc đã ngừng hoạt động. ${nothingChanged.vi}`,
      en: `A recipient does not exist or is closed. ${nothingChanged.en}`,
    },
  ),
  'document.recipient-twice': refusal(
    422,
    { vi: 'Nơi nhận bị trùng', en: 'A recipient stands twice' },
    {
      vi: `{name} có hơn một lần trong nơi nhận. ${nothingChanged.vi}`,
      en: `{name} stands more than once among the recipients. ${nothingChanged.en}`,
    },
  ),
  'document.recipient-self': refusal(
    422,
    { vi: 'Nơi nhận là chính cơ quan mình', en: 'The recipient is your own agency' },
    {
      vi: `Văn bản gửi nội bộ không cần chuyển qua hệ thống này. ${nothingChanged.vi}`,
      en: `A document within the agency does not go through the exchange. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-type': refusal(
    422,
    { vi: 'Loại văn bản không có trong danh mục', en: 'This type of document is not in the list' },
    {
      vi: `Xin chọn loại văn bản trong danh mục. ${nothingChanged.vi}`,
      en: `Please choose a type from the list. ${nothingChanged.en}`,
    },
  ),
  'document.signing-form-refused': refusal(
    422,
    { vi: 'Người ký không được ký với hình thức này', en: 'The signer may not sign in this form' },
    {
      vi: `Chức vụ của người ký chưa được ghi là được ký {form}. Xin chọn hình thức khác hoặc nhờ quản trị bổ sung. ${nothingChanged.vi}`,
      en: `The signer’s post does not allow a signature {form}. Please choose another form or ask the administrator. ${nothingChanged.en}`,
    },
  ),
  'document.unknown-signer': refusal(
    422,
    { vi: 'Người ký không hợp lệ', en: 'This signer can’t be chosen' },
    {
      vi: `Người ký phải là lãnh đạo đang giữ chức vụ ở cơ quan. ${nothingChanged.vi}`,
      en: `The signer has to be a leader who holds a post in your agency. ${nothingChanged.en}`,
    },
  ),
  'document.field-too-long': refusal(
    422,
    { vi: 'Thông tin dài quá mức cho phép', en: 'A field is longer than allowed' },
    {
      vi: `{field} “{value}” dài {length} ký tự, quy định cho phép nhiều nhất {max}. Văn bản chưa được cấp số. Xin trả lại để sửa, hoặc nhờ quản trị rút ngắn tên, chữ viết tắt. ${nothingChanged.vi}`,
      en: `{field} “{value}” has {length} characters; the rules allow {max}. The document got no number. Please have it changed, or ask the administrator to shorten the name or the abbreviation. ${nothingChanged.en}`,
    },
    {
      field: {
        number: { vi: 'Số', en: 'The number' },
        notation: { vi: 'Ký hiệu', en: 'The notation' },
        typeName: { vi: 'Tên loại', en: 'The name of the type' },
        issuerName: { vi: 'Tên cơ quan', en: 'The name of the agency' },
        signerPosition: { vi: 'Chức vụ của người ký', en: 'The position of the signer' },
        signerName: { vi: 'Họ tên người ký', en: 'The name of the signer' },
      },
    },
  ),
  'document.not-issued': refusal(
    409,
    { vi: 'Văn bản chưa ban hành', en: 'The document was not issued' },
    {
      vi: `Chỉ văn bản đã cấp số mới đính chính, sửa đổi hoặc thay thế được; văn bản này còn sửa trực tiếp được. ${nothingChanged.vi}`,
      en: `Only an issued document is corrected, amended or replaced by another; this one can still be changed itself. ${nothingChanged.en}`,
    },
  ),
  'file.missing': refusal(
    500,
    { vi: 'Không đọc được tệp', en: 'The file can’t be read' },
    {
      vi: 'Kho tệp không có tệp này. Quản trị hệ thống cần kiểm tra kho.',
      en: 'The store does not hold this file. The administrator has to look at the store.',
    },
  ),
  'file.damaged': refusal(
    500,
    { vi: 'Tệp trong kho đã bị thay đổi', en: 'The stored file was changed' },
    {
      vi: 'Nội dung trong kho không còn khớp với mã băm. Quản trị hệ thống cần kiểm tra kho.',
      en: 'The stored bytes no longer match their digest. The administrator has to look at the store.',
    },
  ),
  'file.too-large': refusal(
    413,
    { vi: 'Tệp quá lớn', en: 'The file is too large' },
    {
      vi: 'Tệp vượt quá {maxSize}. Không có gì được lưu.',
      en: 'The file is over {maxSize}. Nothing was kept.',
    },
  ),
  'file.store-unavailable': refusal(
    503,
    { vi: 'Kho tệp đang gián đoạn', en: 'The file store is away' },
    {
      vi: 'Không có gì được lưu. Xin thử lại sau ít phút.',
      en: 'Nothing was kept. Please try again in a few minutes.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
