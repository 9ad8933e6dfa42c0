import { DomainError, fileSizeInWords } from '#kernel';
import type { KnownRequest } from './request-context.js';

export const tableMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Not read before somebody asks for it: the import first asks whether this person may send it.
 *
 * @throws DomainError `request.unsupported-media-type`, `file-import.too-large`.
 */
export async function* bytesOf(request: KnownRequest, limit: number): AsyncGenerator<Buffer> {
  if (request.headers['content-type'] !== 'application/octet-stream') {
    throw new DomainError('request.unsupported-media-type');
  }
  const tooLarge = new DomainError('file-import.too-large', { maxSize: fileSizeInWords(limit) });
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw tooLarge;
  }
  let left = limit;
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    left -= chunk.length;
    if (left < 0) {
      throw tooLarge;
    }
    yield chunk;
  }
}
