import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';

export const ownFactorsQuery = queryOptions({
  queryKey: ['second-factors', 'own'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/account/second-factors', { signal })),
});

/** Asked anew for every sign-in: another person may sit there, with other devices. */
export const choicesQuery = queryOptions({
  queryKey: ['second-factors', 'choices'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/session/second-factor', { signal })),
  gcTime: 0,
  staleTime: 0,
});

export const rulesQuery = queryOptions({
  queryKey: ['second-factors', 'rules'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/second-factor-rules', { signal })),
});
