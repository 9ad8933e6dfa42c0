/** Names that many screens show: each is said in one way everywhere, as in docs/glossary.md. */
export const terms = {
  role: {
    'civil-servant': 'Chuyên viên',
    leader: 'Lãnh đạo',
    clerk: 'Văn thư',
    archivist: 'Lưu trữ viên',
    'agency-administrator': 'Quản trị cơ quan',
    'system-administrator': 'Quản trị hệ thống',
    auditor: 'Thanh tra, kiểm tra',
  },
  level: {
    province: 'Tỉnh',
    'province-office': 'Văn phòng cấp tỉnh',
    department: 'Sở, ban, ngành',
    'equivalent-agency': 'Cơ quan tương đương sở',
    district: 'Huyện, thành phố',
    subordinate: 'Đơn vị trực thuộc',
    commune: 'Xã, phường, thị trấn',
    external: 'Cơ quan ngoài tỉnh',
  },
} as const;
