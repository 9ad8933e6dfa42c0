import { useState } from 'react';
import type { DraftKeeper } from './draft-keeper.js';
import type { UploadQueue } from './uploads.js';

/** Files chosen before the draft stands on the server wait here, and go as soon as it does. */
export function useHeldFiles(keeper: DraftKeeper, queue: UploadQueue) {
  const [files, setFiles] = useState<readonly File[]>([]);

  const send = async (chosen: readonly File[]) => {
    const kept = await keeper.flush();
    const documentId = kept?.id ?? keeper.id;
    if (documentId === undefined) {
      setFiles(chosen);
      return;
    }
    setFiles([]);
    queue.add(documentId, chosen);
  };

  return {
    files,
    add: (chosen: readonly File[]) => void send([...files, ...chosen]),
    drop: (file: File) => setFiles((held) => held.filter((one) => one !== file)),
    release: () => {
      if (files.length > 0) {
        void send(files);
      }
    },
  };
}
