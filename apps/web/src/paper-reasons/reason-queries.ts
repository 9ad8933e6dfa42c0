import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';

export const paperReasonsQuery = queryOptions({
  queryKey: ['catalogue', 'paper-reasons'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/paper-reasons', { signal }))).items,
  staleTime: 60_000,
});
