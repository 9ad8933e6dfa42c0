import { describe, expect, it } from 'vitest';
import { holdBack } from './held-rows.js';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

describe('a list that someone reads', () => {
  it('keeps back what came in above what was there', () => {
    const { shown, held } = holdBack(rows('new 2', 'new 1', 'a', 'b'), new Set(['a', 'b']));
    expect(shown).toEqual(rows('a', 'b'));
    expect(held).toBe(2);
  });

  it('shows what comes in below, as the next page does', () => {
    expect(holdBack(rows('a', 'b', 'c'), new Set(['a', 'b']))).toEqual({ shown: rows('a', 'b', 'c'), held: 0 });
  });

  it('still keeps back when the row that stood first has gone', () => {
    expect(holdBack(rows('new', 'b'), new Set(['a', 'b']))).toEqual({ shown: rows('b'), held: 1 });
  });

  it('shows everything at first, and when nothing known is left', () => {
    expect(holdBack(rows('a'), null).held).toBe(0);
    expect(holdBack(rows('x'), new Set(['a'])).held).toBe(0);
  });
});
