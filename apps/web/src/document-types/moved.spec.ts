import { describe, expect, it } from 'vitest';
import { moved } from './moved.js';

describe('moving within a list', () => {
  it('goes one place up or down, and nowhere beyond the ends', () => {
    const list = ['a', 'b', 'c'];
    expect(moved(list, 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(list, 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(list, 'a', -1)).toBe(list);
    expect(moved(list, 'c', 1)).toBe(list);
    expect(moved(list, 'x', 1)).toBe(list);
  });
});
