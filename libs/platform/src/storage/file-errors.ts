import { DomainError, fileSizeInWords } from '#kernel';

/** The store holds no file under this digest. */
export class FileMissing extends DomainError {
  constructor(digest: string, options?: { cause?: unknown }) {
    super('file.missing', { digest }, options);
  }
}

/** The content went over the bound that the caller set; nothing of it was kept. */
export class FileTooLarge extends DomainError {
  constructor(maxBytes: number) {
    super('file.too-large', { maxSize: fileSizeInWords(maxBytes) });
  }
}

/** The bytes that were read are not the bytes that were kept. */
export class FileDamaged extends DomainError {
  constructor(digest: string, actual: string) {
    super('file.damaged', { digest, actual });
  }
}

/**
 * The store can't do its work just now: worth trying again. The reason is for operators and logs only, because it names
 * folders and hosts; it is the message and never one of the params, which reach the caller of the API.
 */
export class FileStoreUnavailable extends DomainError {
  constructor(reason: string, options?: { cause?: unknown }) {
    super('file.store-unavailable', {}, options);
    this.message = reason;
  }
}
