import { type ErrorText, nothingChanged, refusal } from './refusal.js';

export const accessErrors = {
  'access.already-narrowed': refusal(
    409,
    { vi: 'Quyền xem đã được thu hẹp', en: 'Reading is narrowed already' },
    {
      vi: `Một lần thu hẹp khác đang có hiệu lực. Xin hủy lần đó trước, hoặc mở thêm cho người cần xem. ${nothingChanged.vi}`,
      en: `Another narrowing holds already. Withdraw it first, or let those who need it read as well. ${nothingChanged.en}`,
    },
  ),
  'access.draft-not-narrowed': refusal(
    409,
    { vi: 'Chưa thu hẹp được dự thảo', en: 'A draft can’t be narrowed' },
    {
      vi: `Dự thảo và văn bản được trả lại chỉ người soạn, người được hỏi ý kiến và người được mở thêm xem. Xin thu hẹp sau khi trình, hoặc hủy lần mở thêm. ${nothingChanged.vi}`,
      en: `A draft or returned document is read only by its drafter, its reviewers and those it was opened to. Narrow it after it is submitted, or withdraw what opened it. ${nothingChanged.en}`,
    },
  ),
  'access.already-confirmed': refusal(
    409,
    { vi: 'Thay đổi quyền đã được xác nhận', en: 'The change of rights is confirmed already' },
    {
      vi: 'Người có thẩm quyền khác đã xác nhận trước; thay đổi quyền giữ nguyên hiệu lực. Xin tải lại trang.',
      en: 'Another authorised person has confirmed it; the change goes on holding. Please reload the page.',
    },
  ),
  'access.withdrawn': refusal(
    409,
    { vi: 'Thay đổi quyền đã được hủy', en: 'The change of rights was withdrawn' },
    {
      vi: 'Thay đổi này đã hủy nên không còn hiệu lực; quyền xem như trước khi thay đổi. Xin tải lại trang.',
      en: 'This change was withdrawn and no longer holds; reading is as it was before it. Please reload the page.',
    },
  ),
  'access.own-change': refusal(
    403,
    { vi: 'Không tự xác nhận thay đổi của mình', en: 'Nobody confirms their own change' },
    {
      vi: 'Thay đổi quyền do chính anh/chị lập cần một lãnh đạo khác xác nhận. Thay đổi vẫn đang có hiệu lực, chờ xác nhận.',
      en: 'A change of rights that you made has to be confirmed by another leader. It holds meanwhile, unconfirmed.',
    },
  ),
  'access.unknown-post': refusal(
    422,
    { vi: 'Người được chọn không hợp lệ', en: 'Somebody named can’t be chosen' },
    {
      vi: `Chỉ chọn được người đang giữ chức vụ ở cơ quan và được xem văn bản. ${nothingChanged.vi}`,
      en: `Only people who hold a post in the agency and read documents can be chosen. ${nothingChanged.en}`,
    },
  ),
  'access.nobody-named': refusal(
    422,
    { vi: 'Chưa chọn người được xem', en: 'Nobody is named' },
    {
      vi: `Xin chọn ít nhất một người được xem thêm. ${nothingChanged.vi}`,
      en: `Please choose at least one person who may read it as well. ${nothingChanged.en}`,
    },
  ),
} as const satisfies Record<string, ErrorText>;
