import { type ErrorText, nothingChanged, refusal } from './refusal.js';

/** What is said of files that are not taken. */
export const attachmentErrors = {
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
  'attachment.order-stale': refusal(
    409,
    { vi: 'Danh sách tệp vừa thay đổi', en: 'The list of files has just changed' },
    {
      vi: `Thứ tự gửi lên thiếu hoặc thừa tệp. Xin tải lại rồi xếp lại. ${nothingChanged.vi}`,
      en: `The order that was sent lacks a file or has one too many. Please reload and order them again. ${nothingChanged.en}`,
    },
  ),
  'attachment.executable': refusal(
    422,
    { vi: 'Tệp chứa chương trình', en: 'The file is or holds a program' },
    {
      vi: 'Tệp {fileName} là chương trình hoặc có chương trình bên trong nên không được nhận, dù tên tệp là gì. Xin bỏ chương trình ra rồi gửi lại văn bản. Không có gì được lưu.',
      en: 'The file {fileName} is a program or holds one, whatever it is called, so it is not taken. Please take the program out and send the document again. Nothing was kept.',
    },
  ),
  'attachment.macros': refusal(
    422,
    { vi: 'Tệp có macro', en: 'The file has macros' },
    {
      vi: 'Tệp {fileName} có macro nên không được nhận. Xin mở tệp bằng Word hoặc Excel, chọn “Lưu dưới dạng” (Save As) loại .docx hoặc .xlsx không có macro, rồi gửi lại. Không có gì được lưu.',
      en: 'The file {fileName} has macros, so it is not taken. Please open it in Word or Excel, save it as .docx or .xlsx without macros, and send it again. Nothing was kept.',
    },
  ),
  'attachment.encrypted': refusal(
    422,
    { vi: 'Tệp đặt mật khẩu hoặc bị hạn chế', en: 'The file is under a password or restricted' },
    {
      vi: 'Tệp {fileName} được mã hóa (đặt mật khẩu mở, hoặc hạn chế in, sao chép) nên hệ thống không kiểm tra được nội dung. Xin bỏ mật khẩu và hạn chế rồi gửi lại. Không có gì được lưu.',
      en: 'The file {fileName} is encrypted (a password to open it, or a restriction of printing or copying), so nobody can look into it here. Please remove the password and the restrictions and send it again. Nothing was kept.',
    },
  ),
  'attachment.bomb': refusal(
    422,
    { vi: 'Tệp nén bất thường', en: 'The file unpacks to far too much' },
    {
      vi: 'Tệp {fileName} khi giải nén sẽ lớn bất thường, hoặc khai sai kích thước bên trong, nên không được nhận. Xin mở tệp bằng Word hoặc Excel, lưu thành tệp mới rồi gửi lại. Không có gì được lưu.',
      en: 'The file {fileName} unpacks to far more than a document holds, or tells wrong sizes inside, so it is not taken. Please open it in Word or Excel, save it as a new file, and send that. Nothing was kept.',
    },
  ),
  'attachment.polyglot': refusal(
    422,
    { vi: 'Tệp lồng hai loại trong một', en: 'The file is two kinds in one' },
    {
      vi: 'Tệp {fileName} {found} nên không được nhận. Xin in hoặc lưu văn bản thành tệp mới rồi gửi lại. Không có gì được lưu.',
      en: 'The file {fileName} {found}, so it is not taken. Please print or save the document to a new file and send that. Nothing was kept.',
    },
    {
      found: {
        zip: { vi: 'có một tệp nén ghép ở cuối', en: 'has an archive joined to its end' },
        pdf: { vi: 'có một tệp PDF giấu ở đầu', en: 'has a PDF hidden at its beginning' },
        html: { vi: 'có một trang web giấu bên trong', en: 'has a web page hidden in it' },
        more: { vi: 'có một tệp khác ghép ở cuối', en: 'has another file joined to its end' },
      },
    },
  ),
  'attachment.damaged': refusal(
    422,
    { vi: 'Tệp bị hỏng', en: 'The file is damaged' },
    {
      vi: 'Không đọc được cấu trúc của tệp {fileName}. Xin mở thử trên máy, lưu thành tệp mới rồi gửi lại. Không có gì được lưu.',
      en: 'The inside of {fileName} can’t be read. Please try to open it on your computer, save it as a new file, and send that. Nothing was kept.',
    },
  ),
  'attachment.not-inspectable': refusal(
    422,
    { vi: 'Không kiểm tra hết được tệp', en: 'The file can’t be looked into' },
    {
      vi: 'Tệp {fileName} chứa tệp khác quá lớn hoặc lồng quá nhiều lớp nên không kiểm tra hết được. Xin gửi riêng các tệp bên trong. Không có gì được lưu.',
      en: 'The file {fileName} holds other files that are too large or too deep inside to be looked into. Please send the files inside by themselves. Nothing was kept.',
    },
  ),
  'scan.kind-refused': refusal(
    422,
    { vi: 'Bản quét không đúng loại tệp', en: 'A scan is of another kind' },
    {
      vi: 'Bản quét là tệp PDF, TIFF hoặc JPEG; {fileName} thì không. Không có gì được lưu.',
      en: 'A scan is a PDF, TIFF or JPEG; {fileName} is not. Nothing was kept.',
    },
  ),
  'scan.infected': refusal(
    422,
    { vi: 'Tệp có mã độc', en: 'The file has malware' },
    {
      vi: 'Tệp {fileName} có mã độc ({signature}). Xin quét lại văn bản từ máy sạch. Không có gì được lưu.',
      en: 'The file {fileName} has malware ({signature}). Please scan the paper again from a clean computer. Nothing was kept.',
    },
  ),
  'scan.not-scanned': refusal(
    503,
    { vi: 'Chưa kiểm tra được mã độc', en: 'Malware could not be looked for' },
    {
      vi: 'Máy quét mã độc không trả lời, hoặc tệp {fileName} lớn quá mức nó xem. Xin thử lại sau. Không có gì được lưu.',
      en: 'The malware scanner does not answer, or {fileName} is larger than it looks at. Please try later. Nothing was kept.',
    },
  ),
  'scan.classified': refusal(
    422,
    { vi: 'Bản quét có dấu chỉ độ mật', en: 'The scan bears a mark of secrecy' },
    {
      vi: 'Trong {fileName} có dòng “{text}”. Văn bản mật không đưa vào hệ thống này. Nếu không phải dấu mật, xin ghi lý do rồi đính lại. Không có gì được lưu.',
      en: 'A line of {fileName} reads “{text}”. Classified documents never enter this system. If it is no such mark, give the reason and attach it again. Nothing was kept.',
    },
  ),
} as const satisfies Record<string, ErrorText>;
