/** A file on its way to a draft. */
export interface UploadRow {
  readonly id: string;
  readonly documentId: string;
  readonly fileName: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** Bytes that have come; all of them only once the file is attached. */
  readonly received: number;
  readonly expiresAt: Date;
  /** It was attached, and its attachment is there no more. */
  readonly isTakenOff: boolean;
}

/** Pieces in the store are swept after a day, the first of them a day after the begin: no upload may outlive it. */
export const uploadLastsFor = 24 * 3_600_000;
