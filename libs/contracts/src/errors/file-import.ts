import { type ErrorText, nothingChanged, refusal } from './refusal.js';

/** Of every table that is imported from a file. */
export const fileImportErrors = {
  'file-import.too-large': refusal(
    413,
    { vi: 'Tệp quá lớn', en: 'The file is too large' },
    {
      vi: `Tệp vượt quá {maxSize}. Xin chia thành nhiều tệp. ${nothingChanged.vi}`,
      en: `The file is over {maxSize}. Please split it. ${nothingChanged.en}`,
    },
  ),
  'file-import.too-many-rows': refusal(
    422,
    { vi: 'Tệp có quá nhiều dòng', en: 'The file has too many rows' },
    {
      vi: `Tệp Excel được nhận tối đa {xlsx} dòng, tệp CSV tối đa {csv} dòng. Xin lưu thành CSV hoặc chia nhỏ tệp. ${nothingChanged.vi}`,
      en: `An Excel file may have {xlsx} rows, a CSV file {csv}. Please save it as CSV, or split it. ${nothingChanged.en}`,
    },
  ),
  'file-import.empty': refusal(
    422,
    { vi: 'Tệp không có dòng nào', en: 'The file has no rows' },
    {
      vi: `Tệp cần một dòng tiêu đề và ít nhất một dòng dữ liệu. ${nothingChanged.vi}`,
      en: `The file needs a line of headers and at least one row below it. ${nothingChanged.en}`,
    },
  ),
  'file-import.unreadable': refusal(
    422,
    { vi: 'Không đọc được tệp', en: 'The file can’t be read' },
    {
      vi: `Đây không phải tệp CSV (UTF-8) hoặc Excel (.xlsx) dùng được; tệp .xls cũ xin lưu lại thành .xlsx. ${nothingChanged.vi}`,
      en: `This is not a CSV file (UTF-8) or an Excel file (.xlsx) that can be used; save an old .xls as .xlsx. ${nothingChanged.en}`,
    },
  ),
  'file-import.locked-file': refusal(
    422,
    { vi: 'Tệp có mật khẩu hoặc là Excel đời cũ', en: 'The file has a password, or is an old Excel file' },
    {
      vi: `Xin mở tệp trong Excel, bỏ mật khẩu, lưu thành .xlsx rồi chọn lại. ${nothingChanged.vi}`,
      en: `Please open it in Excel, take the password off, save it as .xlsx and choose it again. ${nothingChanged.en}`,
    },
  ),
  'file-import.has-faults': refusal(
    422,
    { vi: 'Tệp còn chỗ chưa đúng', en: 'The file still has faults' },
    {
      vi: `Còn {count} chỗ chưa đúng; xin xem từng dòng được chỉ ra, sửa tệp rồi chọn lại. ${nothingChanged.vi}`,
      en: `It has {count} faults; please look at the rows named, mend the file and choose it again. ${nothingChanged.en}`,
    },
  ),
  'file-import.changed-meanwhile': refusal(
    409,
    { vi: 'Dữ liệu vừa thay đổi', en: 'The data has changed meanwhile' },
    {
      vi: `Từ lúc xem trước đến nay dữ liệu đã đổi, nên kết quả nhập không còn như đã xem. Xin xem trước lại. ${nothingChanged.vi}`,
      en: `Since the preview the data has changed, and the import would do something else. Please preview it again. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
