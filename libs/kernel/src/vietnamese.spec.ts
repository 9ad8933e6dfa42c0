import { expect, it } from 'vitest';
import { foldVietnamese } from './vietnamese.js';

it.each([
  ['Sở Nội vụ', 'so noi vu'],
  ['ĐÀ BẮC', 'da bac'],
  ['  Sở  Giáo dục\nvà Đào tạo ', 'so giao duc va dao tao'],
  ['05/QĐ-UBND', '05/qd-ubnd'],
])('folds %j to %j', (text, folded) => {
  expect(foldVietnamese(text)).toBe(folded);
});
