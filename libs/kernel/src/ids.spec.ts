import { describe, expect, it } from 'vitest';
import { newId } from './ids.js';

describe('newId', () => {
  it('is a UUID of version 7 that carries its time', () => {
    const id = newId(0x0199_0000_1234);
    expect(id).toMatch(/^01990000-1234-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by the time it was made', () => {
    const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((time) => newId(time));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('sorts by the order in which it was made within one millisecond', () => {
    const ids = Array.from({ length: 100_000 }, () => newId(1_700_000_000_002));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('never repeats', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId(1))).size).toBe(10_000);
  });
});
