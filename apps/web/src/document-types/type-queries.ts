import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { KeptDocumentType } from '../api/types.js';
import { documentTypesQuery } from '../outgoing/document-queries.js';

export const keptTypesQuery = queryOptions({
  queryKey: ['document-types', 'kept'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/document-types/kept', { signal }))).items,
});

export interface TypeFields {
  readonly name: string;
  readonly abbreviation: string | null;
  readonly validTo: string | null;
}

/** After a change the lists that drafts choose from are read again too. */
function useReadAgain() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: keptTypesQuery.queryKey });
    await queries.invalidateQueries({ queryKey: documentTypesQuery.queryKey });
  };
}

/** Adds a type, or edits the one that is given on the version that was read. */
export function useSaveType() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: ({ type, fields }: { type: KeptDocumentType | undefined; fields: TypeFields }) => {
      const { name, abbreviation, validTo } = fields;
      return type === undefined
        ? read(
            client.POST('/api/v1/document-types', {
              body: { name, abbreviation },
              headers: { 'Idempotency-Key': newId() },
            }),
          )
        : read(
            client.PUT('/api/v1/document-types/kept/{code}', {
              params: { path: { code: type.code }, header: { 'If-Match': `"${type.version}"` } },
              body: { name, abbreviation, validTo },
            }),
          );
    },
    onSettled: readAgain,
  });
}

export function useOrderTypes(onError: (error: unknown) => void) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (codes: string[]) => read(client.PUT('/api/v1/document-types/order', { body: { codes } })),
    onError,
    onSettled: readAgain,
  });
}
