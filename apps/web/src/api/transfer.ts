import { type DetailedError, type HttpRequest, Upload } from 'tus-js-client';
import { i18n } from '../i18n/i18n.js';
import { csrfToken, refuse } from './client.js';
import { ConnectionLostError, hasCode, problemOf, ProblemError } from './problem.js';

export interface Transfer {
  readonly done: Promise<void>;
  /** Breaks off; what has come stays at the server. */
  cancel(): void;
}

export interface Sending {
  readonly documentId: string;
  /** Of the attachment, so that announcing it again makes no second one. */
  readonly id: string;
  readonly file: File;
  /** The server may have some of it: it is asked how much, instead of being told of a new file. */
  readonly isBegun: boolean;
  readonly onProgress: (sent: number) => void;
}

/** As much as the server keeps at once: a refusal never breaks into a request that still sends. */
const pieceBytes = 8 * 1024 * 1024;

/** Somebody else moved the upload on, or an answer got lost: the client asks where it is and goes on there. */
const askAgainAfterMs = [0, 500, 2000];

/** Sends a file over tus, or the rest of it. Lost lines are told as such: the queue tries again. */
export function transfer({ documentId, id, file, isBegun, onProgress }: Sending): Transfer {
  let upload: Upload | undefined;
  let stop: () => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    stop = () => reject(new DOMException('Upload cancelled', 'AbortError'));
    upload = new Upload(file, {
      endpoint: uploadsOf(documentId),
      uploadUrl: isBegun ? `${uploadsOf(documentId)}/${id}` : null,
      metadata: { attachmentId: id, fileName: file.name },
      chunkSize: pieceBytes,
      storeFingerprintForResuming: false,
      retryDelays: askAgainAfterMs,
      onShouldRetry: (error) => hasCode(failureOf(error), 'upload.wrong-offset'),
      onBeforeRequest: sayWhoAsks,
      onProgress,
      onSuccess: () => resolve(),
      onError: (error) => reject(failureOf(error)),
    });
    upload.start();
  });
  return {
    done,
    cancel: () => {
      void upload?.abort();
      stop();
    },
  };
}

/** Gives up a file of which some has come already; what nobody asks for any more goes by itself after a day. */
export function endTransfer(documentId: string, id: string): void {
  const options = { retryDelays: null, onBeforeRequest: sayWhoAsks };
  Upload.terminate(`${uploadsOf(documentId)}/${id}`, options).catch(() => undefined);
}

/** Before each request: who signed in again meanwhile has another token. */
function sayWhoAsks(request: HttpRequest): void {
  request.setHeader('accept-language', i18n.language);
  request.setHeader('x-csrf-token', csrfToken());
}

function failureOf(error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (answer === null) {
    return new ConnectionLostError(error);
  }
  const [status, text] = [answer.getStatus(), answer.getBody()];
  // A proxy before a server that is just starting.
  const isAway = status >= 502 && hasCode(new ProblemError(problemOf(status, text)), 'unknown');
  return isAway ? new ConnectionLostError(error) : refuse(status, text);
}

function uploadsOf(documentId: string): string {
  return `/api/v1/documents/${documentId}/uploads`;
}
