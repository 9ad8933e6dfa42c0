import type { ArchiveDirection } from '../api/types.js';

export interface ArchiveSearch {
  direction?: ArchiveDirection;
  search?: string;
  entry?: string;
}

export function archiveSearch(search: Record<string, unknown>): ArchiveSearch {
  const { direction, entry } = search;
  return {
    ...(direction === 'outgoing' || direction === 'incoming' ? { direction } : {}),
    ...(typeof search['search'] === 'string' && search['search'] !== '' ? { search: search['search'] } : {}),
    ...(typeof entry === 'string' ? { entry } : {}),
  };
}
