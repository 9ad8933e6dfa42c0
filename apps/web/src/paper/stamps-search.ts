/** Of which arrivals, in the order of their numbers: ids with commas between them. */
export interface StampsSearch {
  ids: string;
}

/** [own] A roll of labels for a morning’s post. */
const most = 200;

export function stampsSearch(search: Record<string, unknown>): StampsSearch {
  return { ids: typeof search['ids'] === 'string' ? search['ids'] : '' };
}

export function idsOf({ ids }: StampsSearch): string[] {
  return [...new Set(ids.split(',').filter((id) => id !== ''))].slice(0, most);
}
