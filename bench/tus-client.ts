import { open, stat } from 'node:fs/promises';
import { newId } from '#kernel';
import type { RawClient } from './raw-client.js';

/** As much as the web application sends at once. */
const pieceBytes = 8 * 1024 * 1024;

/** Sends a file to a draft over tus, piece by piece as the web application does. */
export async function uploadOverTus(client: RawClient, draft: string, file: string): Promise<void> {
  const { size } = await stat(file);
  const id = newId();
  const facts = Object.entries({ attachmentId: id, fileName: 'cong-van.pdf' });
  const metadata = facts.map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
  await client.tus('POST', `${draft}/uploads`, { 'upload-length': String(size), 'upload-metadata': metadata });
  const handle = await open(file);
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (let offset = 0; offset < size;) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, offset);
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
      await client.tus('PATCH', `${draft}/uploads/${id}`, headers, piece.subarray(0, bytesRead));
      offset += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
