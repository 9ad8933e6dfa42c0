import { randomFillSync } from 'node:crypto';
import { open } from 'node:fs/promises';

const blockBytes = 1_048_576;

/** A file that begins and ends as a PDF does, with noise between: nothing on its way can compress or share it. */
export async function writePdf(path: string, bytes: number): Promise<void> {
  const handle = await open(path, 'w');
  try {
    const block = Buffer.alloc(blockBytes);
    for (let written = 0; written < bytes; written += blockBytes) {
      randomFillSync(block);
      if (written === 0) {
        block.write('%PDF-1.7\n');
      }
      await handle.write(block, 0, Math.min(blockBytes, bytes - written));
    }
    await handle.write('\n%%EOF\n', bytes - 7);
  } finally {
    await handle.close();
  }
}
