import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { DocumentView } from '../api/types.js';
import { documentQuery } from './document-queries.js';
import type { DraftKeeper } from './draft-keeper.js';

/** Brings the files of a draft into an order, on the version that the fields are kept at. */
export function useOrderFiles({ id, version }: DocumentView, keeper: DraftKeeper) {
  const queries = useQueryClient();
  const { queryKey } = documentQuery(id);
  return useMutation({
    mutationFn: async (attachmentIds: readonly string[]) => {
      const kept = await keeper.flush();
      return read(
        client.PUT('/api/v1/documents/{id}/attachment-order', {
          params: { path: { id }, header: { 'If-Match': `"${Math.max(version, kept?.version ?? 0)}"` } },
          body: { attachmentIds: [...attachmentIds] },
        }),
      );
    },
    onSuccess: async (document) => {
      // A reading that began before the change must not bring the old order back.
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, document);
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}
