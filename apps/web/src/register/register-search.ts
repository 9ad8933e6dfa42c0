import type { NumberState } from '../api/types.js';

export interface RegisterSearch {
  year?: number;
  agencyId?: string;
  typeCode?: string;
  state?: NumberState;
  from?: string;
  to?: string;
  signerPostId?: string;
  recipientId?: string;
  search?: string;
}

const texts = ['agencyId', 'typeCode', 'from', 'to', 'signerPostId', 'recipientId', 'search'] as const;

export const numberStates: readonly NumberState[] = ['given', 'reserved', 'cancelled'];

export function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const known = texts.map((key) => [key, search[key]] as const);
  const year = Number(search['year']);
  const state = numberStates.find((one) => one === search['state']);
  return {
    ...Object.fromEntries(known.filter(([, value]) => typeof value === 'string' && value !== '')),
    ...(Number.isInteger(year) && year >= 1945 && year <= 9999 ? { year } : {}),
    ...(state === undefined ? {} : { state }),
  };
}
