export const agencies = {
  title: 'Cơ quan',
  list: 'Danh sách cơ quan',
  search: 'Tìm tên, mã, tên viết tắt…',
  empty: 'Chưa có cơ quan nào',
  emptyText: 'Danh mục cơ quan quyết định văn bản gửi được đến đâu. Thêm từng cơ quan hoặc nhập cả danh mục từ tệp.',
} as const;
