import type { ConnectionTest, DeliveryCause } from '#contracts';
import type { PostOutcome } from './guarded-post.js';

/** Passing by themselves, besides what begins with 5: RFC 9110 and 8470. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether the same message may be taken later though it was answered with this status. */
export function mayPass(status: number): boolean {
  return passing.has(status) || status >= 500;
}

/** What an answer other than 2xx means. */
export function causeOfStatus(status: number): DeliveryCause {
  if (status === 429 || status === 503) {
    return 'recipient-busy';
  }
  if (status === 401 || status === 403) {
    return 'credentials';
  }
  return mayPass(status) ? 'recipient-fault' : 'rejected';
}

const longestDetail = 500;

/** What became of a post where any 2xx is a good answer. */
export function judgePost(outcome: PostOutcome): ConnectionTest {
  switch (outcome.kind) {
    case 'unknown':
      return { reached: false, status: null, cause: 'unknown', detail: outcome.detail.slice(0, longestDetail) };
    case 'fault':
      return { reached: false, status: null, cause: outcome.fault, detail: outcome.detail.slice(0, longestDetail) };
    case 'answer': {
      const { status } = outcome;
      const reached = status >= 200 && status < 300;
      const detail = outcome.body.slice(0, longestDetail);
      return { reached, status, cause: reached ? null : causeOfStatus(status), detail };
    }
  }
}

/** Seconds that another system may ask us to wait. */
const longestWait = 3600;

/** Seconds that an answer asks to wait, given in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) {
    return undefined;
  }
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestWait);
}
