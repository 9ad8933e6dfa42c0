import { newId } from '#kernel';
import type { Answer } from './answer.js';
import type { Caller } from './caller.js';

export interface Announced {
  readonly attachmentId?: string;
  readonly fileName?: string;
  readonly size?: number;
}

/** What every tus request says. */
export const tus = { 'tus-resumable': '1.0.0' };

/** Announces a file as a tus client does. */
export async function beginUpload(by: Caller, documentId: string, given: Announced = {}): Promise<Answer> {
  const { attachmentId = newId(), fileName = 'quyết định.pdf', size = 600 } = given;
  const facts = Object.entries({ attachmentId, fileName });
  const metadata = facts.map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
  return by.call('POST', `/documents/${documentId}/uploads`, {
    headers: { ...tus, 'upload-length': String(size), 'upload-metadata': metadata },
  });
}

/** Sends bytes from an offset on; `path` is that of the upload, below /api/v1. */
export async function sendBytes(by: Caller, path: string, offset: number, content: Uint8Array): Promise<Answer> {
  return by.call('PATCH', path, {
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: content,
  });
}

/** Below /api/v1: where a file that was announced goes on. */
export function uploadPath(begun: Answer): string {
  return (begun.headers.get('location') ?? '').replace('/api/v1', '');
}

export async function askOffset(by: Caller, path: string): Promise<Answer> {
  return by.call('HEAD', path, { headers: tus });
}

export async function giveUp(by: Caller, path: string): Promise<Answer> {
  return by.call('DELETE', path, { headers: tus });
}
