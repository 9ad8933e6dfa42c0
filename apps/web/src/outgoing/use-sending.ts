import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { DocumentView, FurtherCopies } from '../api/types.js';
import { documentQuery } from './document-queries.js';

type Wish =
  | { readonly kind: 'schedule'; readonly sendAt: string }
  | { readonly kind: 'call-off' }
  | { readonly kind: 'copies'; readonly copies: FurtherCopies }
  | { readonly kind: 'handover'; readonly deliveryId: string; readonly handedOn: string; readonly takenBy: string };

/** One key for one wish of a person: a try after a lost line is the same wish. */
const intentions = new WeakMap<Wish, string>();

async function act(id: string, wish: Wish): Promise<DocumentView | null> {
  const path = { id };
  switch (wish.kind) {
    case 'schedule':
      return read(client.PUT('/api/v1/documents/{id}/sending', { params: { path }, body: { sendAt: wish.sendAt } }));
    case 'call-off':
      return read(client.DELETE('/api/v1/documents/{id}/sending', { params: { path } }));
    case 'copies': {
      const key = intentions.get(wish) ?? newId();
      intentions.set(wish, key);
      const headers = { 'Idempotency-Key': key };
      return read(client.POST('/api/v1/documents/{id}/copies', { params: { path }, headers, body: wish.copies }));
    }
    case 'handover': {
      const { deliveryId, handedOn, takenBy } = wish;
      await client.PUT('/api/v1/documents/{id}/deliveries/{deliveryId}/handover', {
        params: { path: { id, deliveryId } },
        body: { handedOn, takenBy },
      });
      return null;
    }
  }
}

/** Everything about the sending of one document that is not the sending itself. */
export function useSending(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => act(id, wish),
    onSuccess: (document) => {
      if (document !== null) {
        queries.setQueryData(documentQuery(id).queryKey, document);
      }
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['documents', 'desk', 'share'].includes(String(queryKey[0])),
      }),
  });
}
