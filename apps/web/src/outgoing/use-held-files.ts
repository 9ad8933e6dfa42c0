import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftKeeper } from './draft-keeper.js';
import { HeldFiles } from './held-files.js';
import type { UploadQueue } from './uploads.js';

/** Files chosen before the draft stands on the server wait here, and go as soon as it does. */
export function useHeldFiles(keeper: DraftKeeper, queue: UploadQueue) {
  const [held] = useState(() => new HeldFiles(keeper, (documentId, files) => queue.add(documentId, files)));
  const files = useSyncExternalStore(held.listen, held.current);
  // A save that came through by itself, after a lost line too, lets them go as well.
  useEffect(() => keeper.listen(() => held.sendIfKept()), [keeper, held]);

  return {
    files,
    add: (chosen: readonly File[]) => held.add(chosen),
    drop: (file: File) => held.drop(file),
    release: () => void held.release(),
  };
}
