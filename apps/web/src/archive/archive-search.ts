import type { ArchiveDirection } from '../api/types.js';
import { registerIn, type RegisterSearch } from '../ui/register-search.js';

export interface ArchiveSearch extends RegisterSearch {
  direction?: ArchiveDirection;
  search?: string;
  entry?: string;
}

export function archiveSearch(search: Record<string, unknown>): ArchiveSearch {
  const { direction, entry } = search;
  return {
    ...registerIn(search),
    ...(direction === 'outgoing' || direction === 'incoming' ? { direction } : {}),
    ...(typeof search['search'] === 'string' && search['search'] !== '' ? { search: search['search'] } : {}),
    ...(typeof entry === 'string' ? { entry } : {}),
  };
}
