import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';

function useRegisterChange<Wish, Answer>(change: (wish: Wish, key: string) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => change(wish, newId()),
    // After a refusal too: someone else may have been quicker.
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ['documents', 'desk'].includes(String(queryKey[0])) }),
  });
}

export function useReserveNumber() {
  return useRegisterChange((body: { reason: string; typeCode: string | null }, key) =>
    read(client.POST('/api/v1/outgoing-register/reservations', { body, headers: { 'Idempotency-Key': key } })),
  );
}

export function useCancelNumber() {
  return useRegisterChange(({ id, reason }: { id: string; reason: string }, key) =>
    client.POST('/api/v1/outgoing-register/entries/{id}/cancel', {
      params: { path: { id } },
      body: { reason },
      headers: { 'Idempotency-Key': key },
    }),
  );
}

export function useReservedNumber() {
  return useRegisterChange(({ id, documentId }: { id: string; documentId: string }, key) =>
    read(
      client.POST('/api/v1/outgoing-register/entries/{id}/use', {
        params: { path: { id } },
        body: { documentId },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  );
}
