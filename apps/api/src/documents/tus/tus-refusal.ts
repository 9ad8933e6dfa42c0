import { ERRORS } from '@tus/server';
import { type ErrorCode } from '#contracts';
import { DomainError } from '#kernel';

interface TusError {
  readonly status_code: number;
  readonly body: string;
}

/** What the tus server refuses by itself, in our words; by its sentence, because several share one status. */
const codes: ReadonlyMap<string, ErrorCode> = new Map([
  [ERRORS.INVALID_OFFSET.body, 'upload.wrong-offset'],
  [ERRORS.ERR_SIZE_EXCEEDED.body, 'upload.too-long'],
  [ERRORS.ERR_MAX_SIZE_EXCEEDED.body, 'upload.too-long'],
  [ERRORS.FILE_NO_LONGER_EXISTS.body, 'upload.expired'],
  [ERRORS.INVALID_CONTENT_TYPE.body, 'request.unsupported-media-type'],
  [ERRORS.ABORTED.body, 'attachment.cut-off'],
]);

/** An error that came out of the tus server: ours as they are, its own under our codes. */
export function refusalOf(error: Error | TusError): Error {
  if (!('status_code' in error)) {
    return error;
  }
  const code = codes.get(error.body);
  if (code === undefined && error.status_code >= 500) {
    return new Error(error.body);
  }
  return new DomainError(code ?? 'upload.headers');
}

/** An answer with which it refused headers before it came to any work. */
export function refusalOfStatus(status: number): DomainError {
  return new DomainError(status === 412 ? 'upload.protocol' : 'upload.headers');
}
