import type { ByteRange } from './file-store.js';

/** Refuses what is no range at all, before a store is asked. */
export function assertRange({ start, end }: ByteRange): void {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new RangeError(`no byte range: ${start}-${end}`);
  }
}
