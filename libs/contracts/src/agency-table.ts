import type { Language } from './errors.js';
import { importFaultSentences } from './file-import.js';
import type { AgencyLevel } from './vocabulary.js';

type Words = Readonly<Record<Language, string>>;

/** The columns of the directory as a table, in their order: what is exported can be imported again. */
export const agencyColumns = [
  'code',
  'code102',
  'name',
  'abbreviation',
  'level',
  'parent',
  'address',
  'email',
  'phone',
  'validFrom',
  'validTo',
] as const;
export type AgencyColumn = (typeof agencyColumns)[number];

export const agencyColumnWords: Readonly<Record<AgencyColumn, Words>> = {
  code: { vi: 'Mã định danh', en: 'Code' },
  code102: { vi: 'Mã QCVN 102', en: 'QCVN 102 code' },
  name: { vi: 'Tên cơ quan', en: 'Name' },
  abbreviation: { vi: 'Tên viết tắt', en: 'Abbreviation' },
  level: { vi: 'Cấp', en: 'Level' },
  parent: { vi: 'Mã cơ quan cấp trên', en: 'Code of the agency above' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  validFrom: { vi: 'Từ ngày', en: 'Valid from' },
  validTo: { vi: 'Đến ngày', en: 'Valid to' },
};

/** What else stands over such a column in the tables of others; case, diacritics and signs do not matter. */
export const otherColumnWords: Readonly<Record<AgencyColumn, readonly string[]>> = {
  code: ['ma', 'ma co quan', 'ma don vi', 'agency code'],
  code102: ['code102', 'ma 102', 'code 102'],
  name: ['ten', 'ten don vi', 'agency name', 'full name'],
  abbreviation: ['viet tat', 'chu viet tat'],
  level: ['cap co quan', 'loai'],
  parent: ['ma cap tren', 'cap tren', 'parent', 'parent code'],
  address: ['dia chi tru so'],
  email: ['email', 'mail', 'hop thu'],
  phone: ['so dien thoai', 'dt', 'telephone', 'tel'],
  validFrom: ['ngay bat dau', 'hieu luc tu', 'ngay hieu luc'],
  validTo: ['ngay ket thuc', 'hieu luc den', 'ngay het hieu luc'],
};

export const agencyLevelWords: Readonly<Record<AgencyLevel, Words>> = {
  province: { vi: 'Tỉnh', en: 'Province' },
  'province-office': { vi: 'Văn phòng cấp tỉnh', en: 'Provincial office' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  'equivalent-agency': { vi: 'Cơ quan tương đương sở', en: 'Agency equal to a department' },
  district: { vi: 'Huyện, thành phố', en: 'District or city' },
  subordinate: { vi: 'Đơn vị trực thuộc', en: 'Subordinate unit' },
  commune: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  external: { vi: 'Cơ quan ngoài tỉnh', en: 'External agency' },
};

/** What can be wrong in a file of agencies, in a sentence for the person who made it. */
export const agencyFaultSentences = {
  ...importFaultSentences,
  'unknown-level': {
    vi: 'Không có cấp “{value}”. Các cấp: {levels}.',
    en: 'There is no level “{value}”. The levels are: {levels}.',
  },
  'bad-email': { vi: '“{value}” không phải là địa chỉ thư điện tử.', en: '“{value}” is not an e-mail address.' },
  'code-twice': { vi: 'Mã {code} đã có ở dòng {row}.', en: 'The code {code} stands in row {row} already.' },
  'code-taken': {
    vi: 'Mã {code} là, hoặc từng là, mã của {name}.',
    en: 'The code {code} is, or once was, that of {name}.',
  },
  'unknown-parent': {
    vi: 'Không có cơ quan mã {code} trong tệp và trong danh mục.',
    en: 'No agency in the file or in the directory has the code {code}.',
  },
  'closed-parent': { vi: '{name} đã ngừng hoạt động.', en: '{name} is closed.' },
  cycle: {
    vi: 'Cơ quan này sẽ ở dưới chính mình.',
    en: 'The agency would stand under itself.',
  },
  closed: {
    vi: '{name} đã ngừng hoạt động nên không sửa được nữa.',
    en: '{name} is closed and can’t be changed any more.',
  },
  'day-differs': {
    vi: 'Trong danh mục là {value}. Tệp không đổi được ngày; việc kết thúc hoạt động làm ở phần Sắp xếp cơ quan.',
    en: 'The directory says {value}. A file can’t change days; closing an agency is done in a reorganisation.',
  },
} as const satisfies Record<string, Words>;

export type AgencyFaultCode = keyof typeof agencyFaultSentences;
