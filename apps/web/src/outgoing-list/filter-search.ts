import type { DeliveryFilter, DocumentFilter, DocumentOutcome, DocumentState, Urgency } from '../api/types.js';

export const documentStates: readonly DocumentState[] = [
  'draft',
  'in-review',
  'submitted',
  'returned',
  'approved',
  'issued',
  'sent',
  'completed',
  'cancelled',
  'recalled',
];
export const urgencies: readonly Urgency[] = ['express', 'very-urgent', 'urgent', 'normal'];
export const deliveryFilters: readonly DeliveryFilter[] = ['refused', 'waiting', 'needs-attention'];

export const documentOutcomes: readonly DocumentOutcome[] = ['issued', 'in-time', 'late', 'reply', 'reply-late'];

/** What narrows the list beside words, which have a box of their own. */
export type ListFilter = Omit<DocumentFilter, 'search'>;

export const filterKeys = [
  'state',
  'typeCode',
  'urgency',
  'delivery',
  'outcome',
  'late',
  'drafterPostId',
  'signerPostId',
  'unitId',
  'recipientId',
  'from',
  'to',
] as const satisfies readonly (keyof ListFilter)[];
export type FilterKey = (typeof filterKeys)[number];

/** As an address may hold them; what is none of ours is left out. */
export function filterIn(search: Record<string, unknown>): ListFilter {
  const text = (key: FilterKey) => {
    const value = search[key];
    return typeof value === 'string' && value !== '' ? { [key]: value } : {};
  };
  const state = documentStates.find((known) => known === search['state']);
  const urgency = urgencies.find((known) => known === search['urgency']);
  const outcome = documentOutcomes.find((known) => known === search['outcome']);
  const delivery = deliveryFilters.find((known) => known === search['delivery']);
  return {
    ...text('typeCode'),
    ...text('drafterPostId'),
    ...text('signerPostId'),
    ...text('unitId'),
    ...text('recipientId'),
    ...text('from'),
    ...text('to'),
    ...(state === undefined ? {} : { state }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(search['late'] === 'yes' ? { late: 'yes' } : {}),
  };
}

export function isNarrowed(filter: ListFilter): boolean {
  return filterKeys.some((key) => filter[key] !== undefined);
}
