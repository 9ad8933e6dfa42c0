/** Of every table that is imported from a file. */
export const fileImport = {
  choose: 'Chọn tệp…',
  chooseAgain: 'Chọn tệp khác…',
  reading: 'Đang đọc và kiểm tra {{name}}…',
  writing: 'Đang nhập…',
  summary: 'Thêm {{added}}, sửa {{changed}}, giữ nguyên {{unchanged}}.',
  faults: 'Có {{number}} chỗ chưa đúng; chưa có gì được ghi. Xin sửa tệp rồi chọn lại.',
  firstFaults: 'Dưới đây là {{number}} chỗ đầu.',
  row: 'Dòng',
  column: 'Cột',
  fault: 'Chỗ chưa đúng',
  what: 'Việc',
  changes: 'Thay đổi',
  kinds: { added: 'Thêm', changed: 'Sửa' },
  change: '{{column}}: {{before}} → {{after}}',
  blank: '(trống)',
  firstLines: 'Dưới đây là {{number}} dòng đầu.',
} as const;
