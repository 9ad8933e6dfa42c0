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
  'connection.incomplete': refusal(
    422,
    { vi: 'Kết nối chưa đủ thông tin', en: 'The connection is not complete' },
    {
      vi: `Gửi qua hệ thống riêng cần địa chỉ nhận, gửi qua thư điện tử cần hộp thư. ${nothingChanged.vi}`,
      en: `A system of its own needs an address to receive at, e-mail needs a mailbox. ${nothingChanged.en}`,
    },
  ),
  'connection.stale': refusal(
    412,
    { vi: 'Kết nối vừa được người khác sửa', en: 'Someone else has just changed this connection' },
    {
      vi: `Xin tải lại để xem thông tin mới rồi sửa tiếp. ${nothingChanged.vi}`,
      en: `Please reload to see what it says now, then go on. ${nothingChanged.en}`,
    },
  ),
  'connection.no-webhook': refusal(
    409,
    { vi: 'Cơ quan chưa có kết nối hệ thống riêng', en: 'There is no connection to a system of its own' },
    {
      vi: `Xin đặt địa chỉ nhận của hệ thống và lưu lại trước. ${nothingChanged.vi}`,
      en: `Please set the address of the system and save it first. ${nothingChanged.en}`,
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
} as const satisfies Record<string, ErrorText>;
