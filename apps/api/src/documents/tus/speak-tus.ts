import { type Locker, Server } from '@tus/server';
import type { KnownRequest } from '../../http/request-context.js';
import type { DraftStore } from './draft-store.js';
import { metadataIn } from './tus-metadata.js';
import { refusalOf, refusalOfStatus } from './tus-refusal.js';

/** Nobody waits for a lock: of two who send the same bytes, one moves the upload on and the other learns where it is. */
const noLocker: Locker = {
  newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }),
};

/** The headers of a request that the tus server looks at; it never sees a cookie or a token. */
const heard = /^(?:tus-|upload-|content-type$|content-length$)/;

export interface Spoken {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Lets the tus server handle a request to the uploads of one draft. It is handed the request as a web request and its
 * answer is sent by the route, so that session, CSRF token, refusals and their language are those of every other route.
 *
 * @throws What the use cases refuse, and DomainError `upload.…` for what tus itself does.
 */
export async function speakTus(
  request: KnownRequest,
  store: DraftStore,
  uploads: string,
  uploadId?: string,
): Promise<Spoken> {
  let refusal: Error | undefined;
  const server = new Server({
    path: uploads,
    datastore: store,
    locker: noLocker,
    namingFunction: (_request, metadata) => metadataIn(metadata).attachmentId.toLowerCase(),
    generateUrl: (_request, { id }) => `${uploads}/${id}`,
    getFileIdFromRequest: () => uploadId,
    onResponseError: (_request, error) => {
      refusal = refusalOf(error);
      return undefined;
    },
  });
  const { status, headers } = await server.handleWeb(asWebRequest(request));
  refusal = store.refusal ?? refusal;
  if (refusal !== undefined) {
    throw refusal;
  }
  if (status >= 400) {
    throw refusalOfStatus(status);
  }
  return { status, headers };
}

function asWebRequest({ method, url, headers, raw }: KnownRequest): Request {
  const told = Object.entries(headers).filter(
    (header): header is [string, string] => heard.test(header[0]) && typeof header[1] === 'string',
  );
  const init = { method, headers: told };
  if (method !== 'PATCH') {
    return new Request(new URL(url, 'http://localhost'), init);
  }
  // A refusal leaves the rest of the body unread; closing the connection is for whoever answers.
  const body = ReadableStream.from(raw.iterator({ destroyOnReturn: false }));
  return new Request(new URL(url, 'http://localhost'), { ...init, body, duplex: 'half' });
}
