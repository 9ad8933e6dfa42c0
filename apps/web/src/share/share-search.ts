import type { ExchangeMode, ShareIndicator, ShareStructure } from '../api/types.js';

export interface ShareSearch {
  year?: number;
  /** As agencies were when left out. */
  structure?: Extract<ShareStructure, 'current'>;
}

export interface ExchangesSearch extends ShareSearch {
  indicator: ShareIndicator;
  month?: number;
  mode?: ExchangeMode;
  /** What this agency sent alone. */
  agencyId?: string;
}

export const indicators = ['submitted-to-province', 'exchanged-between-agencies'] as const;
export const modes = ['electronic', 'electronic-with-paper', 'paper'] as const;

function within(value: unknown, least: number, most: number): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

export function shareSearch(search: Record<string, unknown>): ShareSearch {
  const year = within(search['year'], 2000, 2100);
  return {
    ...(year === undefined ? {} : { year }),
    ...(search['structure'] === 'current' ? { structure: 'current' } : {}),
  };
}

export function exchangesSearch(search: Record<string, unknown>): ExchangesSearch {
  const month = within(search['month'], 1, 12);
  const mode = modes.find((known) => known === search['mode']);
  return {
    ...shareSearch(search),
    indicator: indicators.find((known) => known === search['indicator']) ?? 'exchanged-between-agencies',
    ...(month === undefined ? {} : { month }),
    ...(mode === undefined ? {} : { mode }),
    ...(typeof search['agencyId'] === 'string' ? { agencyId: search['agencyId'] } : {}),
  };
}
