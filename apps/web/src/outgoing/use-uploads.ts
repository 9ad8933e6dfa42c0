import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.js';
import { endTransfer, transfer } from '../api/transfer.js';
import { BegunUploads } from './begun-uploads.js';
import { type Upload, UploadQueue } from './uploads.js';

const line = { send: transfer, end: endTransfer };
const queue = new UploadQueue(line, new BegunUploads(window.sessionStorage), (documentId) => {
  void queryClient.invalidateQueries({ queryKey: ['documents', 'one', documentId] });
});

export function useUploads(documentId: string | undefined): { uploads: readonly Upload[]; queue: UploadQueue } {
  const all = useSyncExternalStore(queue.listen, queue.current);
  return { uploads: all.filter((upload) => upload.documentId === documentId), queue };
}
