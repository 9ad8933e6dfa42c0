import { queryOptions } from '@tanstack/react-query';
import { client, keepCsrfToken, read } from '../api/client.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await read(client.GET('/api/v1/session', { signal }));
    keepCsrfToken(session.csrfToken);
    return session;
  },
  staleTime: Infinity,
});
