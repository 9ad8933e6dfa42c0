import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { AgencyRef } from '../api/types.js';

/** The name of one agency. */
export function agencyQuery(id: string) {
  return queryOptions({
    queryKey: ['catalogue', 'agency', id],
    queryFn: ({ signal }): Promise<AgencyRef> =>
      read(client.GET('/api/v1/agencies/{id}', { params: { path: { id } }, signal })),
    staleTime: 3_600_000,
  });
}
