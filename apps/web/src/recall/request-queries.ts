import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { DecideRequest } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';

/** Two issued documents never change: what differs between them neither. */
export function comparisonQuery(laterId: string, earlierId: string) {
  return queryOptions({
    queryKey: ['arrivals', 'comparison', laterId, earlierId],
    queryFn: ({ signal }) =>
      read(
        client.GET('/api/v1/arrivals/{id}/comparison/{earlierId}', {
          params: { path: { id: laterId, earlierId } },
          signal,
        }),
      ),
  });
}

interface Wish extends DecideRequest {
  readonly requestId: string;
}

const intentions = new WeakMap<Wish, string>();

/** Agrees to what the sender asks about an arrival, or refuses. */
export function useDecideRequest(arrivalId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => {
      const key = intentions.get(wish) ?? newId();
      intentions.set(wish, key);
      const { requestId, ...body } = wish;
      return read(
        client.POST('/api/v1/arrivals/{id}/requests/{requestId}/decision', {
          params: { path: { id: arrivalId, requestId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      );
    },
    onSuccess: (arrival) => {
      queries.setQueryData(arrivalQuery(arrival.id).queryKey, arrival);
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['arrivals', 'desk', 'archive', 'share'].includes(String(queryKey[0])),
      }),
  });
}
