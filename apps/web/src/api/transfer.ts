import { i18n } from '../i18n/i18n.js';
import { csrfToken, refuse } from './client.js';
import { ConnectionLostError } from './problem.js';

export interface Transfer {
  readonly done: Promise<void>;
  cancel(): void;
}

/** Sends the bytes of a file. XMLHttpRequest, because fetch tells nothing about how far a body has come. */
export function transfer(url: string, file: Blob, onProgress: (sent: number) => void): Transfer {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded }) => {
      onProgress(loaded);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
        return;
      }
      reject(refuse(request.status, request.responseText));
    });
    request.addEventListener('error', () => {
      reject(new ConnectionLostError('upload'));
    });
    request.addEventListener('abort', () => {
      reject(new DOMException('Upload cancelled', 'AbortError'));
    });
  });
  request.open('PUT', url);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept-language', i18n.language);
  request.setRequestHeader('x-csrf-token', csrfToken());
  request.send(file);
  return {
    done,
    cancel: () => {
      request.abort();
    },
  };
}
