export interface GroupsSearch {
  search?: string;
}

export function groupsSearch(search: Record<string, unknown>): GroupsSearch {
  return typeof search['search'] === 'string' && search['search'] !== '' ? { search: search['search'] } : {};
}
