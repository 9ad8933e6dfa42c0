export interface AgenciesSearch {
  search?: string;
}

export function agenciesSearch({ search }: Record<string, unknown>): AgenciesSearch {
  return typeof search === 'string' && search !== '' ? { search } : {};
}
