import { DeliveryAnswer } from '#contracts';
import { causeOfStatus, mayPass, type PostOutcome } from '#platform';
import type { RemoteDelivery, TryOutcome } from '../channel.js';

type Answer = Extract<PostOutcome, { kind: 'answer' }>;

const longestDetail = 500;
/** Seconds that another system may ask us to wait. */
const longestWait = 3600;

/** What the answer of another system, or none, means for the try. Only what may pass by itself is tried again. */
export function outcomeOf(post: PostOutcome, delivery: Pick<RemoteDelivery, 'id' | 'digest'>): TryOutcome {
  switch (post.kind) {
    case 'unknown':
      return { kind: 'unknown', cause: 'unknown', detail: post.detail };
    case 'fault':
      return post.fault === 'address-not-allowed'
        ? { kind: 'permanent', cause: post.fault, detail: post.detail }
        : { kind: 'retryable', cause: post.fault, detail: post.detail };
    case 'answer':
      return post.status >= 200 && post.status < 300 ? takenOver(post, delivery) : refused(post);
  }
}

/** A 2xx counts when it names this delivery and this content: anything else may be the answer of something in between. */
function takenOver({ status, body }: Answer, { id, digest }: Pick<RemoteDelivery, 'id' | 'digest'>): TryOutcome {
  const answer = DeliveryAnswer.safeParse(parsed(body));
  if (!answer.success) {
    return { kind: 'unknown', cause: 'unknown', detail: `${status}: the answer can’t be read` };
  }
  const { deliveryId, digest: theirs, state } = answer.data;
  if (deliveryId !== id || theirs !== digest) {
    return { kind: 'unknown', cause: 'unknown', detail: `${status}: the answer is about another delivery or content` };
  }
  return { kind: 'delivered', arrived: state === 'arrived' };
}

function refused({ status, retryAfter, body }: Answer): TryOutcome {
  const detail = `${status} ${body}`.trim().slice(0, longestDetail);
  const cause = causeOfStatus(status);
  if (mayPass(status)) {
    const wait = secondsOf(retryAfter);
    return { kind: 'retryable', cause, detail, ...(wait === undefined ? {} : { retryAfter: wait }) };
  }
  return { kind: 'permanent', cause: status === 409 ? 'digest-conflict' : cause, detail };
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function secondsOf(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) {
    return undefined;
  }
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestWait);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
