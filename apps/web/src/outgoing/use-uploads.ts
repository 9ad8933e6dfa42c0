import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.js';
import { newUploadQueue, type Upload, type UploadQueue } from './uploads.js';

const queue = newUploadQueue((documentId) => {
  void queryClient.invalidateQueries({ queryKey: ['documents', 'one', documentId] });
});

export function useUploads(documentId: string | undefined): { uploads: readonly Upload[]; queue: UploadQueue } {
  const all = useSyncExternalStore(queue.listen, queue.current);
  return { uploads: all.filter((upload) => upload.documentId === documentId), queue };
}
