import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { BulkAction } from '../api/types.js';

export interface BulkWish {
  readonly action: BulkAction;
  /** In the order on the screen, which numbers follow. */
  readonly ids: string[];
  /** The same for every try of one wish: nothing is done twice when an answer was lost. */
  readonly key: string;
}

export function useBulkMove() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ action, ids, key }: BulkWish) =>
      read(
        client.POST('/api/v1/documents/bulk', {
          body: { action, ids },
          params: { header: { 'Idempotency-Key': key } },
        }),
      ),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['documents', 'desk', 'archive', 'share', 'register'].includes(String(queryKey[0])),
      }),
  });
}
