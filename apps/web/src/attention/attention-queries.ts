import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { AttentionBox, DeliveryInAttention, SendOtherWay } from '../api/types.js';

// Under the key of documents: the live line has all of these read again when a delivery changes.
const key = ['documents', 'attention'] as const;

export function attentionListQuery(box: AttentionBox) {
  return pagedQuery<DeliveryInAttention>([...key, 'list', box], (after, signal) =>
    read(
      client.GET('/api/v1/deliveries-in-attention', {
        params: { query: { box, limit: rowsPerPage, after } },
        signal,
      }),
    ),
  );
}

export function attentionQuery(id: string) {
  return queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/deliveries-in-attention/{id}', { params: { path: { id } }, signal })),
  });
}

/**
 * Whatever was decided about a delivery, the lists and the counts are read again; the delivery itself only when it was
 * not decided: it is none that needs attention any more.
 */
function useDecision<Variables, Answer>(id: string, decide: (variables: Variables) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSettled: (_answer, error) =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['documents', 'desk'].includes(String(queryKey[0])) && (error !== null || !queryKey.includes(id)),
      }),
  });
}

export function useRetryDelivery(id: string) {
  return useDecision(id, (allAlike: boolean) =>
    read(client.POST('/api/v1/deliveries-in-attention/{id}/retry', { params: { path: { id } }, body: { allAlike } })),
  );
}

export function useSendOtherWay(id: string) {
  return useDecision(id, (body: SendOtherWay) =>
    client.POST('/api/v1/deliveries-in-attention/{id}/send-other-way', { params: { path: { id } }, body }),
  );
}

export function useGiveUp(id: string) {
  return useDecision(id, (reason: string) =>
    client.POST('/api/v1/deliveries-in-attention/{id}/give-up', { params: { path: { id } }, body: { reason } }),
  );
}
