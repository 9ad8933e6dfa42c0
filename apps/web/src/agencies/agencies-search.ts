import type { AgencyLevel } from '../api/types.js';

/** In the order of the tree. */
export const agencyLevels = [
  'province',
  'province-office',
  'department',
  'equivalent-agency',
  'district',
  'subordinate',
  'commune',
  'external',
] as const satisfies readonly AgencyLevel[];

export interface AgenciesSearch {
  search?: string;
  level?: AgencyLevel;
  closed?: true;
}

export function agenciesSearch({ search, level, closed }: Record<string, unknown>): AgenciesSearch {
  const known = agencyLevels.find((one) => one === level);
  return {
    ...(typeof search === 'string' && search !== '' ? { search } : {}),
    ...(known === undefined ? {} : { level: known }),
    ...(closed === true ? { closed } : {}),
  };
}
