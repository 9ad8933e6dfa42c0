import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and the missing ones above it, that other users may pass through but not list. Folders that exist
 * keep their modes: who made them had a reason.
 */
export function makeOpenFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) {
    return;
  }
  // The mode is set afterwards, because a strict umask would take the bits away again.
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    chmodSync(made, 0o711);
  }
}
