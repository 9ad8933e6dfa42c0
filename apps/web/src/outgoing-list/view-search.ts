import type { DocumentFilter, SavedView, WriteSavedView } from '../api/types.js';
import type { OutgoingSearch } from '../outgoing/outgoing-search.js';
import { filterIn } from './filter-search.js';

/** The address that shows what a view holds. */
export function searchOf({ box, filter }: Pick<SavedView, 'box' | 'filter'>): OutgoingSearch {
  const { search } = filter;
  return { box, ...filterIn({ ...filter }), ...(search === undefined || search === '' ? {} : { search }) };
}

/** What of an address a view holds; whose register is open is no part of it. */
export function shownIn(wanted: OutgoingSearch): Pick<WriteSavedView, 'box' | 'filter'> {
  const filter: DocumentFilter = {
    ...filterIn({ ...wanted }),
    ...(wanted.search === undefined ? {} : { search: wanted.search }),
  };
  return { box: wanted.box ?? 'all', filter };
}
