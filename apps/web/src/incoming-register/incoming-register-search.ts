export const incomingBooks = ['register', 'follow-up'] as const;
export type IncomingBook = (typeof incomingBooks)[number];

export const progresses = ['open', 'completed', 'late', 'received', 'done-in-time', 'done-late', 'open-late'] as const;
export type Progress = (typeof progresses)[number];

export interface IncomingRegisterSearch {
  book?: IncomingBook;
  /** A book is of one year; a report leads to the lines of all. */
  year?: number | 'all';
  agencyId?: string;
  from?: string;
  to?: string;
  progress?: Progress;
  /** A unit, or who leads without one. */
  lead?: string;
}

const texts = ['agencyId', 'from', 'to', 'lead'] as const;

export function incomingRegisterSearch(search: Record<string, unknown>): IncomingRegisterSearch {
  const known = texts.map((key) => [key, search[key]] as const);
  const year = Number(search['year']);
  const progress = progresses.find((one) => one === search['progress']);
  return {
    ...Object.fromEntries(known.filter(([, value]) => typeof value === 'string' && value !== '')),
    ...(search['year'] === 'all' ? { year: 'all' } : {}),
    ...(Number.isInteger(year) && year >= 1945 && year <= 9999 ? { year } : {}),
    ...(progress === undefined ? {} : { progress }),
    ...(search['book'] === 'follow-up' ? { book: 'follow-up' } : {}),
  };
}
