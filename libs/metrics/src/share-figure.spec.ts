import { describe, expect, it } from 'vitest';
import { noExchanges, shareOf, sumOfCounts } from './share-figure.js';

describe('the share', () => {
  it.each([
    ['is unknown without exchanges', 0, 0, 0, null, null],
    ['is whole when all went electronically', 4, 0, 0, 1, 1],
    ['counts what went with paper too as electronic, but not as paperless', 0, 3, 0, 1, 0],
    ['is nothing when all went on paper', 0, 0, 5, 0, 0],
    ['divides by all three modes', 1, 2, 1, 0.75, 0.25],
  ])('%s', (_what, electronic, both, paper, share, paperlessShare) => {
    expect(shareOf({ electronic, 'electronic-with-paper': both, paper })).toEqual({
      electronic,
      electronicWithPaper: both,
      paper,
      total: electronic + both + paper,
      share,
      paperlessShare,
    });
  });

  it('of a year is made from the counts of its months, not from their shares', () => {
    const months = [
      { ...noExchanges, electronic: 1 },
      { ...noExchanges, paper: 3 },
    ];
    expect(shareOf(sumOfCounts(months)).share).toBe(0.25);
  });
});
