import { useSyncExternalStore } from 'react';
import { transfer } from '../api/transfer.js';
import { queryClient } from '../api/query-client.js';
import { type Upload, UploadQueue } from './uploads.js';

const queue = new UploadQueue(transfer, (documentId) => {
  void queryClient.invalidateQueries({ queryKey: ['documents', 'one', documentId] });
});

export function useUploads(documentId: string | undefined): { uploads: readonly Upload[]; queue: UploadQueue } {
  const all = useSyncExternalStore(queue.listen, queue.current);
  return { uploads: all.filter((upload) => upload.documentId === documentId), queue };
}
