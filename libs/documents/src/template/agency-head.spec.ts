import { describe, expect, it } from 'vitest';
import { placeOf, superiorOf } from './agency-head.js';

const province = 'Ủy ban nhân dân tỉnh Hòa Bình';

describe('the head of a sheet', () => {
  it.each([
    [['Sở Nội vụ', province], 'Hòa Bình'],
    [[province], 'Hòa Bình'],
    [['Phòng Nội vụ', 'Ủy ban nhân dân huyện Kim Bôi', province], 'Kim Bôi'],
    [['Ủy ban nhân dân thị trấn Bo', 'Ủy ban nhân dân huyện Kim Bôi', province], 'Bo'],
    [['Ủy ban nhân dân Thành phố Hồ Chí Minh'], 'Thành phố Hồ Chí Minh'],
    [['UBND Quận 1'], 'Quận 1'],
    [['Bộ Nội vụ'], null],
  ])('of %j names the place %s', (names, place) => {
    expect(placeOf(names)).toBe(place);
  });

  it('names who stands directly above, but above no People’s Committee', () => {
    expect(superiorOf(['Sở Nội vụ', province])).toBe('UBND TỈNH HÒA BÌNH');
    expect(superiorOf(['Chi cục Văn thư – Lưu trữ', 'Sở Nội vụ', province])).toBe('SỞ NỘI VỤ');
    expect(superiorOf(['Ủy ban nhân dân huyện Kim Bôi', province])).toBeNull();
    expect(superiorOf(['Bộ Nội vụ'])).toBeNull();
  });
});
