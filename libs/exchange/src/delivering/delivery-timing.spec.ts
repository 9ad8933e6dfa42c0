import { describe, expect, it } from 'vitest';
import { openFor, pauseAfter } from './delivery-timing.js';

const middle = 0.5;

describe('the pause before the next try', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [5, 80_000],
    [10, 2_560_000],
    [11, 3_600_000],
    [40, 3_600_000],
  ])('after %i failed tries is %i ms', (tries, pause) => {
    expect(pauseAfter(tries, 0, middle)).toBe(pause);
  });

  it('is a quarter shorter or longer by chance, and never beyond an hour', () => {
    expect(pauseAfter(1, 0, 0)).toBe(3_750);
    expect(pauseAfter(1, 0, 1)).toBe(6_250);
    expect(pauseAfter(30, 0, 1)).toBe(3_600_000);
  });

  it('is what the other side asked for when that is longer, up to an hour', () => {
    expect(pauseAfter(1, 120, middle)).toBe(120_000);
    expect(pauseAfter(6, 2, middle)).toBe(160_000);
    expect(pauseAfter(1, 90_000, middle)).toBe(3_600_000);
  });
});

describe('an open line', () => {
  it.each([
    [1, 30_000],
    [2, 60_000],
    [5, 480_000],
    [6, 600_000],
    [50, 600_000],
  ])('that opened %i times in a row waits %i ms for its probe', (openings, pause) => {
    expect(openFor(openings)).toBe(pause);
  });
});
