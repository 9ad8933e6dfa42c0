import type { ExchangeMode } from '#contracts';

/** How many exchanges there are of each mode. */
export type ModeCounts = Readonly<Record<ExchangeMode, number>>;

export interface CountedShare {
  readonly electronic: number;
  readonly electronicWithPaper: number;
  readonly paper: number;
  readonly total: number;
  /** (electronic + electronic with paper) / total; null when there is nothing to share. */
  readonly share: number | null;
  /** electronic / total; null when there is nothing to share. */
  readonly paperlessShare: number | null;
}

export const noExchanges: ModeCounts = { electronic: 0, 'electronic-with-paper': 0, paper: 0 };

/** Definition 1 of docs/electronic-share.md: what goes with paper as well counts as electronic. */
export function shareOf(counts: ModeCounts): CountedShare {
  const { electronic, 'electronic-with-paper': electronicWithPaper, paper } = counts;
  const total = electronic + electronicWithPaper + paper;
  return {
    electronic,
    electronicWithPaper,
    paper,
    total,
    share: total === 0 ? null : (electronic + electronicWithPaper) / total,
    paperlessShare: total === 0 ? null : electronic / total,
  };
}

export function sumOfCounts(all: readonly ModeCounts[]): ModeCounts {
  const sum = { ...noExchanges };
  for (const counts of all) {
    sum.electronic += counts.electronic;
    sum['electronic-with-paper'] += counts['electronic-with-paper'];
    sum.paper += counts.paper;
  }
  return sum;
}
