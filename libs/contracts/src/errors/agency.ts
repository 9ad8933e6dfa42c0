import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const agencyErrors = {
  'agency.stale': refusal(
    412,
    { vi: 'Cơ quan vừa được người khác sửa', en: 'Someone else has just changed this agency' },
    {
      vi: `Xin tải lại để xem thông tin mới rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see what it says now, then go on. ${nothingChanged.en}`,
    },
  ),
  'agency.code-taken': refusal(
    409,
    { vi: 'Mã đã có cơ quan dùng', en: 'This code is taken' },
    {
      vi: `Mã {code} là, hoặc từng là, mã của {name}. Xin dùng mã khác. ${nothingChanged.vi}`,
      en: `The code {code} is, or once was, that of {name}. Please use another. ${nothingChanged.en}`,
    },
  ),
  'agency.unknown-parent': refusal(
    422,
    { vi: 'Không có cơ quan cấp trên này', en: 'There is no such agency above' },
    {
      vi: `Cơ quan cấp trên {parent} không có trong danh mục hoặc đã ngừng hoạt động. ${nothingChanged.vi}`,
      en: `The agency above, {parent}, is not in the directory or is closed. ${nothingChanged.en}`,
    },
  ),
  'agency.cycle': refusal(
    422,
    { vi: 'Cơ quan không thể ở dưới chính mình', en: 'An agency can’t stand under itself' },
    {
      vi: `{parent} đang ở dưới cơ quan này, nên không thể là cấp trên của nó. ${nothingChanged.vi}`,
      en: `{parent} stands under this agency, so it can’t be the one above it. ${nothingChanged.en}`,
    },
  ),
  'agency.closed': refusal(
    409,
    { vi: 'Cơ quan đã ngừng hoạt động', en: 'The agency is closed' },
    {
      vi: `{name} đã ngừng hoạt động nên thông tin được giữ nguyên như lúc kết thúc. ${nothingChanged.vi}`,
      en: `{name} is closed, and stays as it was on its last day. ${nothingChanged.en}`,
    },
  ),
  'agency-import.too-large': refusal(
    413,
    { vi: 'Tệp quá lớn', en: 'The file is too large' },
    {
      vi: `Tệp vượt quá {maxSize}. Xin chia thành nhiều tệp. ${nothingChanged.vi}`,
      en: `The file is over {maxSize}. Please split it. ${nothingChanged.en}`,
    },
  ),
  'agency-import.too-many-rows': refusal(
    422,
    { vi: 'Tệp có quá nhiều dòng', en: 'The file has too many rows' },
    {
      vi: `Tệp Excel được nhận tối đa {xlsx} dòng, tệp CSV tối đa {csv} dòng. Xin lưu thành CSV hoặc chia nhỏ tệp. ${nothingChanged.vi}`,
      en: `An Excel file may have {xlsx} rows, a CSV file {csv}. Please save it as CSV, or split it. ${nothingChanged.en}`,
    },
  ),
  'agency-import.empty': refusal(
    422,
    { vi: 'Tệp không có dòng nào', en: 'The file has no rows' },
    {
      vi: `Tệp cần một dòng tiêu đề và ít nhất một dòng cơ quan. ${nothingChanged.vi}`,
      en: `The file needs a line of headers and at least one agency. ${nothingChanged.en}`,
    },
  ),
  'agency-import.unreadable': refusal(
    422,
    { vi: 'Không đọc được tệp', en: 'The file can’t be read' },
    {
      vi: `Đây không phải tệp CSV (UTF-8) hoặc Excel (.xlsx) dùng được; tệp .xls cũ xin lưu lại thành .xlsx. ${nothingChanged.vi}`,
      en: `This is not a CSV file (UTF-8) or an Excel file (.xlsx) that can be used; save an old .xls as .xlsx. ${nothingChanged.en}`,
    },
  ),
  'agency-import.locked-file': refusal(
    422,
    { vi: 'Tệp có mật khẩu hoặc là Excel đời cũ', en: 'The file has a password, or is an old Excel file' },
    {
      vi: `Xin mở tệp trong Excel, bỏ mật khẩu, lưu thành .xlsx rồi chọn lại. ${nothingChanged.vi}`,
      en: `Please open it in Excel, take the password off, save it as .xlsx and choose it again. ${nothingChanged.en}`,
    },
  ),
  'agency-import.has-faults': refusal(
    422,
    { vi: 'Tệp còn chỗ chưa đúng', en: 'The file still has faults' },
    {
      vi: `Còn {count} chỗ chưa đúng; xin xem từng dòng được chỉ ra, sửa tệp rồi chọn lại. ${nothingChanged.vi}`,
      en: `It has {count} faults; please look at the rows named, mend the file and choose it again. ${nothingChanged.en}`,
    },
  ),
  'agency-import.changed-meanwhile': refusal(
    409,
    { vi: 'Danh mục vừa thay đổi', en: 'The directory has changed meanwhile' },
    {
      vi: `Từ lúc xem trước đến nay danh mục đã đổi, nên kết quả nhập không còn như đã xem. Xin xem trước lại. ${nothingChanged.vi}`,
      en: `Since the preview the directory has changed, and the import would do something else. Please preview it again. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
