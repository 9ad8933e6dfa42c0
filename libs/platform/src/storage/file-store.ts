import type { Readable } from 'node:stream';

/** How many bytes at most `inspect` is shown: what file-type needs to know a format by its first bytes. */
export const HEAD_BYTES = 4100;

/** What the store knows about one kept content. */
export interface StoredFile {
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits: the key of the file. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** Positions in bytes from 0; `end` is the last byte wanted, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Content that has come in whole, but has no name in the store yet. */
export interface StagedFile {
  /** In bytes. */
  readonly size: number;
  open(range: ByteRange): Promise<Readable>;
}

export interface PutOptions {
  /** More bytes than this are refused with FileTooLarge as soon as they are seen. */
  readonly maxBytes?: number;
  /** Aborting refuses the put with the signal's reason, also while the source is silent. */
  readonly signal?: AbortSignal;
  /**
   * Gets the first bytes (HEAD_BYTES, or all of a shorter file) before anything is written; throwing refuses the file
   * and the put fails with what was thrown.
   */
  readonly inspect?: (head: Uint8Array) => void | Promise<void>;
  /** Looks into the whole before it is kept; throwing refuses the file in the same way, and nothing of it stays. */
  readonly examine?: (staged: StagedFile) => Promise<void>;
}

/**
 * Keeps files by the SHA-256 of their bytes: the same content is kept once, and kept bytes are never rewritten.
 * An operation that the store itself can't do fails with FileStoreUnavailable, which is worth a retry.
 */
export abstract class FileStore {
  /**
   * Streams content in and hashes it on the way; memory stays bounded whatever the size. When it returns, the file is
   * durable and readable under its digest. When it throws (a failing source fails the put with the source's own error),
   * nothing is visible and nothing temporary stays behind, unless the process died: see `sweep`.
   */
  abstract put(content: AsyncIterable<Uint8Array>, options?: PutOptions): Promise<StoredFile>;

  /**
   * Reads a file, or the part of it in `range`; an `end` behind the last byte is cut. The caller has to read the stream
   * to its end or destroy it. Throws FileMissing, or RangeError where the range is no range or starts behind the last
   * byte. The bytes are not checked here: see `verified`.
   */
  abstract open(digest: string, range?: ByteRange): Promise<Readable>;

  /** Bytes of a file, undefined where there is none (or where the digest is no digest). */
  abstract size(digest: string): Promise<number | undefined>;

  /** Prepares the store (folder, bucket) and writes to it; throws FileStoreUnavailable with a plain reason. */
  abstract ready(): Promise<void>;

  /**
   * Keeps a piece of a file that is still on its way, under a name that is a new id; it is on the disk when this returns,
   * and goes with `sweep` like any other upload that was cut off.
   */
  abstract stage(name: string, piece: Uint8Array): Promise<void>;

  /** Reads a piece. Throws FileMissing where it is gone. */
  abstract openStaged(name: string): Promise<Readable>;

  /** Forgets a piece; one that is gone already is no fault. */
  abstract discardStaged(name: string): Promise<void>;

  /**
   * Removes what uploads cut off by a crash left behind, if it was begun before `olderThan`, and returns how many. A
   * running upload survives as long as `olderThan` is earlier than its begin.
   */
  abstract sweep(olderThan: Date): Promise<number>;
}
