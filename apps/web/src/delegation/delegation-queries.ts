import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { Delegation } from '../api/types.js';

export const ownDelegationsQuery = queryOptions({
  queryKey: ['people', 'own-delegations'],
  queryFn: async ({ signal }): Promise<readonly Delegation[]> =>
    (await read(client.GET('/api/v1/delegations', { signal }))).items,
});
