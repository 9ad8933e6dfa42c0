import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';

export function checksQuery(id: string) {
  return queryOptions({
    queryKey: ['documents', 'checks', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/documents/{id}/checks', { params: { path: { id } }, signal })),
  });
}
