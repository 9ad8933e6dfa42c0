import type { UnreadReason } from '#contracts';

/** A text that can’t be read, and why: the file is shown as not checked. */
export class Unreadable extends Error {
  override name = 'Unreadable';

  constructor(
    readonly reason: UnreadReason,
    cause?: unknown,
  ) {
    super(`the text can’t be read: ${reason}`, { cause });
  }
}
