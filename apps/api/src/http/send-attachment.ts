import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AttachmentView } from '#contracts';
import type { FileStore } from '#platform';

/** Kinds that browsers show themselves; all others are downloaded. */
const shownInPage: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** One byte range of a Range header (RFC 9110); `unsatisfiable` beyond the end; nothing for any other form. */
export function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) {
    return undefined;
  }
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * Streams the bytes of an attachment with their digest, whole or in part. The content never changes, so browsers may
 * keep it; it is shown in a sandbox, so that nothing inside it can act in the reader’s name.
 */
export async function sendAttachment(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  attachment: AttachmentView,
): Promise<void> {
  const disposition = shownInPage.has(attachment.mediaType) ? 'inline' : 'attachment';
  const etag = `"${attachment.digest}"`;
  void reply
    .header('content-type', attachment.mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeRfc5987(attachment.fileName)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('repr-digest', `sha-256=:${Buffer.from(attachment.digest, 'hex').toString('base64')}:`)
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('accept-ranges', 'bytes')
    .header('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const range = parseRange(request.headers.range, attachment.size);
  if (range === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${attachment.size}`).send();
    return;
  }
  const stream = await files.open(attachment.digest, range);
  if (range === undefined) {
    await reply.header('content-length', attachment.size).send(stream);
    return;
  }
  await reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${attachment.size}`)
    .header('content-length', range.end - range.start + 1)
    .send(stream);
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
