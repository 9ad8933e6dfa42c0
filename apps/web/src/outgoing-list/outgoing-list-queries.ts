import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';

const minuteMs = 60_000;

export const filterChoicesQuery = queryOptions({
  queryKey: ['catalogue', 'document-filters'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/document-filters', { signal })),
  staleTime: minuteMs,
});

export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/saved-views', { signal })),
  staleTime: minuteMs,
});
