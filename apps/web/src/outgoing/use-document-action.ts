import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { DocumentAction, DocumentView } from '../api/types.js';
import { documentQuery } from './document-queries.js';

export type DocumentMove = Exclude<
  DocumentAction,
  'edit' | 'correct' | 'keep-version' | 'comment' | 'cancel-number' | 'send-copies' | 'recall'
>;

interface Wish {
  readonly id: string;
  readonly action: DocumentMove;
  readonly opinion?: string;
}

/** One key for one wish of a person: a try after a lost line is the same wish, pressing the button again a new one. */
const intentions = new WeakMap<Wish, string>();

/** The document after the move; null after a return, when it is its drafter’s again and no longer ours to read. */
async function act(wish: Wish): Promise<DocumentView | null> {
  const key = intentions.get(wish) ?? newId();
  intentions.set(wish, key);
  const options = { params: { path: { id: wish.id } }, headers: { 'Idempotency-Key': key } };
  switch (wish.action) {
    case 'submit':
      return read(client.POST('/api/v1/documents/{id}/submit', options));
    case 'agree':
      return read(client.POST('/api/v1/documents/{id}/agree', { ...options, body: { opinion: wish.opinion ?? '' } }));
    case 'give-back':
      return read(
        client.POST('/api/v1/documents/{id}/give-back', { ...options, body: { opinion: wish.opinion ?? '' } }),
      );
    case 'call-back':
      return read(client.POST('/api/v1/documents/{id}/call-back', options));
    case 'approve':
      return read(client.POST('/api/v1/documents/{id}/approve', options));
    case 'return':
      await client.POST('/api/v1/documents/{id}/return', { ...options, body: { opinion: wish.opinion ?? '' } });
      return null;
    case 'issue':
      return read(client.POST('/api/v1/documents/{id}/issue', options));
    case 'send':
      return read(client.POST('/api/v1/documents/{id}/send', options));
    case 'complete':
      return read(client.POST('/api/v1/documents/{id}/complete', options));
  }
}

export function useDocumentAction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (document) => {
      if (document !== null) {
        queries.setQueryData(documentQuery(document.id).queryKey, document);
      }
    },
    // After a refusal too: someone else may have been quicker, and the page should show what stands now.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['documents', 'desk', 'archive', 'share'].includes(String(queryKey[0])),
      }),
  });
}
