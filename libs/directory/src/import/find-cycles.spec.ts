import { describe, expect, it } from 'vitest';
import { findCycles } from './find-cycles.js';

describe('agencies that would stand under themselves', () => {
  it('are found, and those that only stand under such a ring are not', async () => {
    const parents = new Map([
      ['A', null],
      ['B', 'A'],
      ['C', 'E'],
      ['D', 'C'],
      ['E', 'D'],
      ['F', 'C'],
      ['G', 'G'],
      ['H', 'unknown'],
    ]);
    expect([...(await findCycles(parents))].toSorted()).toEqual(['C', 'D', 'E', 'G']);
  });

  it('are looked for in one walk, however deep the tree is', async () => {
    const deep = new Map(
      Array.from({ length: 120_000 }, (_, at) => [`c${at}`, at === 0 ? null : `c${at - 1}`] as const),
    );
    const before = performance.now();
    expect((await findCycles(deep)).size).toBe(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
