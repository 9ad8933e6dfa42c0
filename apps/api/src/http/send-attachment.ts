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
 * Streams the bytes of an attachment with their digest, whole or in part. Browsers may keep the bytes but ask each time
 * whether they still may show them: so a session that ended reads nothing, and every opening is on record
 * (`onOpened`, once a reading and not once a part). It is shown in a sandbox, so that nothing inside it can act in the
 * reader’s name.
 */
export async function sendAttachment(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  attachment: AttachmentView,
  onOpened: () => Promise<void>,
): Promise<void> {
  const { digest, size } = attachment;
  const etag = `"${digest}"`;
  if (hasIt(request.headers['if-none-match'], etag)) {
    await onOpened();
    await describe(reply, attachment).status(304).send();
    return;
  }
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? parseRange(request.headers.range, size) : undefined;
  if (range === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${size}`).send();
    return;
  }
  // Before any header: a file that can’t be opened is answered with a problem, which has none of these.
  const stream = await files.open(digest, range);
  if (range === undefined || range.start === 0) {
    await onOpened();
  }
  describe(reply, attachment);
  if (range === undefined) {
    await reply.header('content-length', size).send(stream);
    return;
  }
  await reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${size}`)
    .header('content-length', range.end - range.start + 1)
    .send(stream);
}

function describe(reply: FastifyReply, { digest, fileName, mediaType }: AttachmentView): FastifyReply {
  const disposition = shownInPage.has(mediaType) ? 'inline' : 'attachment';
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeRfc5987(fileName)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('repr-digest', `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`)
    .header('cache-control', 'private, no-cache')
    .header('accept-ranges', 'bytes')
    .header('etag', `"${digest}"`);
}

/** Whether If-None-Match names the tag: one of a list, weak ones too (proxies make them so), or any. */
function hasIt(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** A file name as a header holds it. */
export function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
