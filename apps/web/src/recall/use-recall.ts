import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { RecallDocument, RecallResult } from '../api/types.js';

/** One key for one wish of a person: a try after a lost line is the same wish. */
const intentions = new WeakMap<RecallDocument, string>();

export function useRecall(documentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: RecallDocument): Promise<RecallResult> => {
      const key = intentions.get(wish) ?? newId();
      intentions.set(wish, key);
      return read(
        client.POST('/api/v1/documents/{id}/recalls', {
          params: { path: { id: documentId } },
          headers: { 'Idempotency-Key': key },
          body: wish,
        }),
      );
    },
    // After a refusal too: a recipient may have been quicker.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['documents', 'desk', 'share'].includes(String(queryKey[0])),
      }),
  });
}
