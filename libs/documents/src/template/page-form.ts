/**
 * The sheet in millimetres and points, each within what Decree 30/2020, Annex I allows: margins of 20–25 above and
 * below, 30–35 at the left, 15–20 at the right.
 */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, toHeader: 10 } as const;

export const font = 'Times New Roman';

/** Type sizes in points: the smaller of each pair that the annex allows, but 14 for what is read. */
export const sizes = {
  state: 12,
  motto: 13,
  agency: 12,
  symbol: 13,
  letterSubject: 12,
  placeAndDate: 13,
  urgency: 13,
  title: 14,
  addressees: 14,
  body: 14,
  signature: 14,
  copiesHead: 12,
  copies: 11,
  pageNumber: 13,
} as const;

/** The two columns of the head, in millimetres: the agency at the left, the state at the right. */
const usable = page.width - page.left - page.right;
export const columns = { left: 64, right: usable - 64, whole: usable } as const;

/** Lines under the agency and the subject are a third to a half as long as the text above them. */
export const shareOfLine = 0.4;

export const state = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
