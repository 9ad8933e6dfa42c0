/** The languages in which the system speaks; the first is the default. */
export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

type Sentences = Readonly<Record<Language, string>>;
interface ErrorText {
  readonly status: number;
  readonly title: Sentences;
  /** Names in braces are filled from the params of the error. */
  readonly detail: Sentences;
}

const nothingChanged: Sentences = { vi: 'Chưa có gì thay đổi.', en: 'Nothing was changed.' };

function refusal(status: number, title: Sentences, detail: Sentences): ErrorText {
  return { status, title, detail };
}

/** Every code that the API may answer, with its HTTP status and what it tells a person. Codes never change meaning. */
export const errorCatalogue = {
  'request.invalid': refusal(
    422,
    { vi: 'Có chỗ chưa đúng', en: 'Some fields are not right' },
    {
      vi: `Xin xem lại các mục được chỉ ra. ${nothingChanged.vi}`,
      en: `Please look at the fields named. ${nothingChanged.en}`,
    },
  ),
  'request.not-json': refusal(
    400,
    { vi: 'Yêu cầu không đọc được', en: 'The request can’t be read' },
    {
      vi: `Nội dung gửi lên không phải JSON hợp lệ. ${nothingChanged.vi}`,
      en: `The body is not valid JSON. ${nothingChanged.en}`,
    },
  ),
  'request.too-large': refusal(
    413,
    { vi: 'Yêu cầu quá lớn', en: 'The request is too large' },
    {
      vi: `Nội dung gửi lên vượt quá giới hạn. ${nothingChanged.vi}`,
      en: `The body is over the limit. ${nothingChanged.en}`,
    },
  ),
  'request.unsupported-media-type': refusal(
    415,
    { vi: 'Kiểu nội dung không dùng được', en: 'This kind of content can’t be used here' },
    {
      vi: 'Địa chỉ này nhận JSON hoặc dữ liệu tệp (application/octet-stream).',
      en: 'This address takes JSON or the bytes of a file (application/octet-stream).',
    },
  ),
  'request.precondition-required': refusal(
    428,
    { vi: 'Thiếu phiên bản của văn bản', en: 'The version of the document is missing' },
    {
      vi: 'Khi sửa phải gửi kèm phiên bản đang xem (If-Match) để không ghi đè lên việc của người khác.',
      en: 'An edit has to name the version it was made on (If-Match), so that nobody’s work is overwritten.',
    },
  ),
  'request.too-many': refusal(
    429,
    { vi: 'Quá nhiều lần thử', en: 'Too many tries' },
    { vi: 'Xin chờ một phút rồi thử lại.', en: 'Please wait a minute, then try again.' },
  ),
  'not-found': refusal(
    404,
    { vi: 'Không tìm thấy', en: 'Not found' },
    {
      vi: 'Mục này không có, hoặc không thuộc phạm vi của anh/chị.',
      en: 'There is no such thing, or it is not yours to see.',
    },
  ),
  'permission.denied': refusal(
    403,
    { vi: 'Không thuộc quyền của anh/chị', en: 'Not within your rights' },
    {
      vi: `Việc này dành cho vai trò khác trong cơ quan. ${nothingChanged.vi}`,
      en: `This is for another role in the agency. ${nothingChanged.en}`,
    },
  ),
  'session.required': refusal(
    401,
    { vi: 'Cần đăng nhập', en: 'Please sign in' },
    { vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập.', en: 'You are not signed in, or your session has ended.' },
  ),
  'session.bad-credentials': refusal(
    401,
    { vi: 'Chưa đăng nhập được', en: 'Sign-in failed' },
    { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The user name or the password is not right.' },
  ),
  'session.csrf': refusal(
    403,
    { vi: 'Yêu cầu không được chấp nhận', en: 'The request was not accepted' },
    {
      vi: `Yêu cầu không đến từ trang của hệ thống. Xin tải lại trang rồi thử lại. ${nothingChanged.vi}`,
      en: `The request did not come from this system’s page. Please reload and try again. ${nothingChanged.en}`,
    },
  ),
  'setup.bad-token': refusal(
    403,
    { vi: 'Liên kết không dùng được', en: 'This link can’t be used' },
    {
      vi: 'Liên kết khởi tạo đã được dùng hoặc không đúng. Nếu hệ thống chưa có quản trị, chạy lệnh vanthu set-up trên máy chủ để nhận liên kết mới.',
      en: 'The set-up link was used already or is not right. If there is no administrator yet, run vanthu set-up on the server to get a new one.',
    },
  ),
  'setup.user-name-taken': refusal(
    409,
    { vi: 'Tên đăng nhập đã có người dùng', en: 'This user name is taken' },
    {
      vi: 'Tên đăng nhập {userName} đã có trong hệ thống. Xin chọn tên khác; liên kết vẫn dùng được.',
      en: 'The user name {userName} exists already. Please choose another; the link still works.',
    },
  ),
  'idempotency.key-reused': refusal(
    409,
    { vi: 'Khóa chống gửi trùng đã được dùng', en: 'This Idempotency-Key was used already' },
    {
      vi: `Cùng một khóa nhưng nội dung khác. ${nothingChanged.vi}`,
      en: `The same key came with another content. ${nothingChanged.en}`,
    },
  ),
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
  'document.unknown-signer': refusal(
    422,
    { vi: 'Người ký không hợp lệ', en: 'This signer can’t be chosen' },
    {
      vi: `Người ký phải là lãnh đạo đang giữ chức vụ ở cơ quan. ${nothingChanged.vi}`,
      en: `The signer has to be a leader who holds a post in your agency. ${nothingChanged.en}`,
    },
  ),
  'attachment.too-large': refusal(
    413,
    { vi: 'Tệp quá lớn', en: 'The file is too large' },
    {
      vi: 'Tệp vượt quá {maxSize}. Không có gì được lưu.',
      en: 'The file is over {maxSize}. Nothing was kept.',
    },
  ),
  'attachment.cut-off': refusal(
    400,
    { vi: 'Tệp gửi lên bị ngắt giữa chừng', en: 'The upload was cut off' },
    {
      vi: 'Chưa nhận đủ tệp nên không có gì được lưu. Xin gửi lại.',
      en: 'The file did not come through whole, so nothing was kept. Please send it again.',
    },
  ),
  'attachment.empty': refusal(
    422,
    { vi: 'Tệp rỗng', en: 'The file is empty' },
    {
      vi: 'Tệp {fileName} không có nội dung. Không có gì được lưu.',
      en: 'The file {fileName} has no content. Nothing was kept.',
    },
  ),
  'attachment.kind-refused': refusal(
    422,
    { vi: 'Loại tệp không được nhận', en: 'This kind of file is not taken' },
    {
      vi: 'Tệp {fileName} thuộc loại không được nhận. Các loại được nhận: {allowed}.',
      en: 'The file {fileName} is of a kind that is not taken. Taken are: {allowed}.',
    },
  ),
  'attachment.content-mismatch': refusal(
    422,
    { vi: 'Nội dung tệp không đúng với tên', en: 'The content is not what the name says' },
    {
      vi: 'Tệp {fileName} có nội dung không đúng với phần mở rộng của tên tệp. Không có gì được lưu.',
      en: 'The content of {fileName} is not of the kind that its name says. Nothing was kept.',
    },
  ),
  'attachment.name-invalid': refusal(
    422,
    { vi: 'Tên tệp không dùng được', en: 'This file name can’t be used' },
    {
      vi: 'Tên tệp có ký tự không được phép. Xin đổi tên tệp rồi gửi lại.',
      en: 'The file name has characters that are not allowed. Please rename the file and send it again.',
    },
  ),
  'attachment.id-reused': refusal(
    409,
    { vi: 'Tệp này đã được gửi', en: 'This upload was made already' },
    {
      vi: 'Cùng một mã gửi nhưng nội dung khác. Bản đã lưu giữ nguyên.',
      en: 'The same upload id came with other content. What was kept stays as it is.',
    },
  ),
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
  'service.unavailable': refusal(
    503,
    { vi: 'Hệ thống đang gián đoạn', en: 'The system is away for a moment' },
    {
      vi: 'Không có gì được lưu. Xin thử lại sau ít phút.',
      en: 'Nothing was kept. Please try again in a few minutes.',
    },
  ),
  internal: refusal(
    500,
    { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong here' },
    {
      vi: 'Xin thử lại; nếu vẫn lỗi, báo quản trị kèm mã {requestId}.',
      en: 'Please try again; if it stays, tell the administrator the id {requestId}.',
    },
  ),
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof errorCatalogue;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

/** The sentence of an error for a person, with the params put in. */
export function sentence(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
