import { DeliveryAnswer, RecallAnswer } from '#contracts';
import { causeOfStatus, mayPass, type PostOutcome, retryAfterSeconds } from '#platform';
import type { RecallNotice, RecallOutcome, RemoteDelivery, TryOutcome } from '../channel.js';

type Answer = Extract<PostOutcome, { kind: 'answer' }>;

const longestDetail = 500;

type NotTaken = Exclude<TryOutcome, { kind: 'delivered' }>;

/** What the answer of another system, or none, means for the try. Only what may pass by itself is tried again. */
export function outcomeOf(post: PostOutcome, delivery: Pick<RemoteDelivery, 'id' | 'digest'>): TryOutcome {
  return isTaken(post) ? takenOver(post, delivery) : notTaken(post);
}

/** The same for a recall. */
export function recallOutcomeOf(post: PostOutcome, { requestId }: Pick<RecallNotice, 'requestId'>): RecallOutcome {
  if (post.kind === 'answer' && post.status === 404) {
    return { kind: 'not-known', detail: `404 ${post.body}`.slice(0, longestDetail) };
  }
  if (!isTaken(post)) {
    return notTaken(post);
  }
  const answer = RecallAnswer.safeParse(parsed(post.body));
  return answer.success && answer.data.requestId === requestId
    ? { kind: answer.data.state }
    : {
        kind: 'unknown',
        cause: 'unknown',
        detail: `${post.status}: the answer can’t be read, or is about another request`,
      };
}

function isTaken(post: PostOutcome): post is Answer {
  return post.kind === 'answer' && post.status >= 200 && post.status < 300;
}

function notTaken(post: PostOutcome): NotTaken {
  switch (post.kind) {
    case 'unknown':
      return { kind: 'unknown', cause: 'unknown', detail: post.detail };
    case 'fault':
      return post.fault === 'address-not-allowed'
        ? { kind: 'permanent', cause: post.fault, detail: post.detail }
        : { kind: 'retryable', cause: post.fault, detail: post.detail };
    case 'answer':
      return refused(post);
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

function refused({ status, retryAfter, body }: Answer): NotTaken {
  const detail = `${status} ${body}`.trim().slice(0, longestDetail);
  const cause = causeOfStatus(status);
  if (mayPass(status)) {
    const wait = retryAfterSeconds(retryAfter);
    return { kind: 'retryable', cause, detail, ...(wait === undefined ? {} : { retryAfter: wait }) };
  }
  return { kind: 'permanent', cause: status === 409 ? 'digest-conflict' : cause, detail };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
