import type { DeliveryCause } from '#contracts';

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
