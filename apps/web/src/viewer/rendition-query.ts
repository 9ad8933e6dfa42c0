import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';

/** Whose files are shown. */
export interface FileOwner {
  readonly kind: 'documents' | 'arrivals';
  readonly id: string;
}

/** LibreOffice takes seconds: until then the page asks again by itself. That a file was checked is told as an event. */
const askedAgainAfter = 1_500;

export function fileUrl({ kind, id }: FileOwner, attachmentId: string): string {
  return `/api/v1/${kind}/${id}/attachments/${attachmentId}`;
}

/** How it stands with the PDF of a Word or Excel file; the first to ask has it made. */
export function renditionQuery({ kind, id }: FileOwner, attachmentId: string) {
  return queryOptions({
    queryKey: [kind, 'rendition', id, attachmentId],
    queryFn: ({ signal }) => {
      const params = { path: { id, attachmentId } };
      return kind === 'documents'
        ? read(client.GET('/api/v1/documents/{id}/attachments/{attachmentId}/rendition', { params, signal }))
        : read(client.GET('/api/v1/arrivals/{id}/attachments/{attachmentId}/rendition', { params, signal }));
    },
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? askedAgainAfter : false),
  });
}
