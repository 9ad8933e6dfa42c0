import { describe, expect, it } from 'vitest';
import { inChosenOrder, isSameOrder, placedAt } from './files-order.js';

describe('the order of files', () => {
  it.each([
    ['c', 0, ['c', 'a', 'b']],
    ['a', 1, ['b', 'a', 'c']],
    ['a', 2, ['b', 'c', 'a']],
    ['b', 1, ['a', 'b', 'c']],
    ['gone', 0, ['a', 'b', 'c']],
  ])('with %s at %i', (id, place, expected) => {
    expect(placedAt(['a', 'b', 'c'], id, place)).toEqual(expected);
  });

  it('is as they were chosen, whichever came first, behind what stood before', () => {
    expect(inChosenOrder(['old', 'c', 'b'], ['a', 'b', 'c'])).toEqual(['old', 'b', 'c']);
    expect(isSameOrder(['a', 'b'], inChosenOrder(['a', 'b'], ['a', 'b']))).toBe(true);
    expect(isSameOrder(['a'], ['a', 'b'])).toBe(false);
  });
});
