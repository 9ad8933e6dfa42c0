import { describe, expect, it } from 'vitest';
import { pauseAfter } from './slow-down.js';

describe('the pause after failed tries', () => {
  it('begins after the fifth, doubles, and never grows beyond five minutes', () => {
    const pauses = Array.from({ length: 14 }, (_, failures) => pauseAfter(failures));
    expect(pauses).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(pauseAfter(100_000)).toBe(300);
  });
});
