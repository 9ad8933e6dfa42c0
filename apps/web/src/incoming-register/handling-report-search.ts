import { dayInVietnam } from '../ui/format.js';

export interface HandlingReportSearch {
  from?: string;
  to?: string;
  agencyId?: string;
}

const keys = ['from', 'to', 'agencyId'] as const;

export function handlingReportSearch(search: Record<string, unknown>): HandlingReportSearch {
  const known = keys.map((key) => [key, search[key]] as const);
  return Object.fromEntries(known.filter(([, value]) => typeof value === 'string' && value !== ''));
}

/** This month until today, unless other days are given. */
export function periodOf(
  { from, to, agencyId }: HandlingReportSearch,
  now: Date,
): { from: string; to: string; agencyId?: string } {
  const today = dayInVietnam(now);
  return {
    from: from ?? `${today.slice(0, 8)}01`,
    to: to ?? today,
    ...(agencyId === undefined ? {} : { agencyId }),
  };
}
