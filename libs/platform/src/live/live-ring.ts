import type { LiveNotice } from './live-channel.js';

/** [own] A busy minute of a province; about 200 bytes each. */
const most = 5_000;

/**
 * The latest notices in the order in which PostgreSQL delivers them, which is that of the commits and the same in every
 * process: whoever heard one of them here can go on after it there.
 */
export class LiveRing {
  private notices: LiveNotice[] = [];

  constructor(private readonly size = most) {}

  get latest(): string | undefined {
    return this.notices.at(-1)?.eventId;
  }

  push(notice: LiveNotice): void {
    this.notices.push(notice);
    if (this.notices.length > 2 * this.size) {
      this.notices = this.notices.slice(-this.size);
    }
  }

  /** What came after one of them; undefined when that one is not known any more, or never was. */
  after(eventId: string | undefined): readonly LiveNotice[] | undefined {
    const at = eventId === undefined ? -1 : this.notices.findLastIndex((notice) => notice.eventId === eventId);
    return at === -1 ? undefined : this.notices.slice(at + 1);
  }

  /** The line to the database was lost: what was said meanwhile is missing here. */
  clear(): void {
    this.notices = [];
  }
}
