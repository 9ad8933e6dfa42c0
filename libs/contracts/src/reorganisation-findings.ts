import type { Language } from './errors/refusal.js';

type Sentences = Readonly<Record<Language, string>>;

/** What the check of a plan can find, and how it says so. Names in braces are filled from the params of the finding. */
export const planFindings = {
  'no-steps': { vi: 'Phương án chưa có bước nào.', en: 'The plan has no steps yet.' },
  'day-past': {
    vi: 'Ngày có hiệu lực {day} đã qua. Xin chọn hôm nay hoặc một ngày sau.',
    en: 'The day {day} is in the past. Choose today or a later day.',
  },
  'unknown-agency': {
    vi: 'Bước này nêu một cơ quan không có trong danh mục.',
    en: 'The step names an agency that is not in the directory.',
  },
  'unknown-new-code': {
    vi: 'Không có cơ quan mới nào mang mã {code} trong phương án này.',
    en: 'No agency with the code {code} is set up by this plan.',
  },
  'not-open': {
    vi: '“{name}” không hoạt động vào ngày trước {day}, nên không sắp xếp được.',
    en: '“{name}” is not open on the day before {day} and can’t be reorganised.',
  },
  'closed-twice': {
    vi: '“{name}” bị kết thúc ở hai bước. Xin giữ một bước.',
    en: '“{name}” is closed by two steps. Keep one of them.',
  },
  'changed-twice': {
    vi: '“{name}” bị đổi cùng một thứ ở hai bước. Xin giữ một bước.',
    en: 'Two steps change the same thing of “{name}”. Keep one of them.',
  },
  'used-after-closing': {
    vi: '“{name}” kết thúc trong phương án này, nên không đổi tên, đổi mã hay chuyển được nữa.',
    en: '“{name}” is closed by this plan and can’t be renamed, re-coded or moved as well.',
  },
  'successor-closes': {
    vi: '“{name}” kết thúc trong phương án này, nên không tiếp nhận được cơ quan khác.',
    en: '“{name}” is closed by this plan and can’t take over another agency.',
  },
  'code-exists': {
    vi: 'Mã {code} đã thuộc về “{owner}”. Mỗi mã chỉ dùng một lần, kể cả khi cơ quan đã kết thúc.',
    en: 'The code {code} belongs to “{owner}”. A code is used once, even after its agency was closed.',
  },
  'code-twice': {
    vi: 'Mã {code} được đặt cho hai cơ quan trong phương án.',
    en: 'The plan gives the code {code} to two agencies.',
  },
  cycle: {
    vi: '“{name}” sẽ trực thuộc chính nó qua các cấp trên. Xin xem lại cơ quan cấp trên.',
    en: '“{name}” would come under itself through the agencies above it. Look at its parent again.',
  },
  orphan: {
    vi: '“{name}” trực thuộc “{parent}”, là cơ quan kết thúc, nhưng chưa được chuyển đi đâu.',
    en: '“{name}” is under “{parent}”, which is closed, and no step says where it goes.',
  },
  'no-lead': {
    vi: 'Chưa chọn cơ quan kế tục chính của “{name}”.',
    en: 'No part is named that takes over from “{name}”.',
  },
  'unknown-part': {
    vi: '“{name}”: một người được phân về mã {code}, nhưng không có phần nào mang mã đó.',
    en: '“{name}”: somebody is assigned to the code {code}, and no part has it.',
  },
  'unknown-post': {
    vi: '“{name}”: một người được phân công không còn giữ chức danh ở cơ quan này.',
    en: '“{name}”: somebody who is assigned no longer holds a post there.',
  },
  'open-work': {
    vi: '“{name}” kết thúc mà không ai kế tục, trong khi còn {documents} văn bản đang làm, {arrivals} văn bản đến chưa vào sổ, {deliveries} văn bản đang trên đường.',
    en: '“{name}” is closed with nobody to take over, and still has {documents} documents in work, {arrivals} unregistered arrivals and {deliveries} deliveries on the way.',
  },
  'people-without-post': {
    vi: '“{name}” kết thúc mà không ai kế tục: {posts} người sẽ không còn chức danh.',
    en: '“{name}” is closed with nobody to take over: {posts} people would be left without a post.',
  },
  'documents-move': {
    vi: '“{name}”: {count} văn bản đang làm chuyển sang cơ quan kế tục; văn bản đã trình hoặc đã duyệt trở về người soạn.',
    en: '“{name}”: {count} documents in work move to the successor; those submitted or approved go back to their drafters.',
  },
  'documents-unsent': {
    vi: '“{name}”: {count} văn bản đã cấp số mà chưa gửi. Nên gửi trước; sau đó cơ quan kế tục gửi thay.',
    en: '“{name}”: {count} documents are issued and not sent. Better send them before; afterwards the successor does.',
  },
  'arrivals-move': {
    vi: '“{name}”: {count} văn bản đến chưa vào sổ chuyển sang cơ quan kế tục.',
    en: '“{name}”: {count} arrivals that are not registered move to the successor.',
  },
  'deliveries-move': {
    vi: '“{name}”: {count} văn bản đang trên đường sẽ đến cơ quan kế tục.',
    en: '“{name}”: {count} deliveries on the way will arrive at the successor.',
  },
  'posts-move': {
    vi: '“{name}”: {count} người chuyển sang cơ quan kế tục, giữ nguyên chức danh.',
    en: '“{name}”: {count} people move to the successor and keep their positions.',
  },
} as const satisfies Record<string, Sentences>;

export type PlanFindingCode = keyof typeof planFindings;

export const planFindingCodes = Object.keys(planFindings) as [PlanFindingCode, ...PlanFindingCode[]];
