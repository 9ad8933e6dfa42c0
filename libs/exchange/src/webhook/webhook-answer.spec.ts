import { describe, expect, it } from 'vitest';
import { outcomeOf, recallOutcomeOf } from './webhook-answer.js';

const delivery = { id: '01900000-0000-7000-8000-000000000001', digest: 'd'.repeat(64) };
const other = '01900000-0000-7000-8000-000000000002';
const answered = (body: object) => JSON.stringify({ deliveryId: delivery.id, digest: delivery.digest, ...body });

const outcome = (status: number, body = '', retryAfter?: string) =>
  outcomeOf({ kind: 'answer', status, body, retryAfter }, delivery);

describe('the answer of another system', () => {
  it.each([
    ['that it is there', 200, answered({ state: 'arrived' }), { kind: 'delivered', arrived: true }],
    ['that it was taken over', 202, answered({ state: 'handed-over' }), { kind: 'delivered', arrived: false }],
    ['about another delivery', 200, answered({ state: 'arrived', deliveryId: other }), { kind: 'unknown' }],
    ['about another content', 200, answered({ state: 'arrived', digest: 'x' }), { kind: 'unknown' }],
    ['with a state of its own', 200, answered({ state: 'ok' }), { kind: 'unknown' }],
    ['without a word', 204, '', { kind: 'unknown' }],
    ['of something in between', 200, '<html>Đăng nhập</html>', { kind: 'unknown' }],
    ['that it holds another content', 409, '{}', { kind: 'permanent', cause: 'digest-conflict' }],
    ['that we are not known', 401, '', { kind: 'permanent', cause: 'credentials' }],
    ['that we may not', 403, '', { kind: 'permanent', cause: 'credentials' }],
    ['that it can’t be read', 400, '', { kind: 'permanent', cause: 'rejected' }],
    ['that there is no such place', 404, '', { kind: 'permanent', cause: 'rejected' }],
    ['that leads elsewhere', 302, '', { kind: 'permanent', cause: 'rejected' }],
    ['that it took too long', 408, '', { kind: 'retryable', cause: 'recipient-fault' }],
    ['that it comes too early', 425, '', { kind: 'retryable', cause: 'recipient-fault' }],
    ['that it is too much', 429, '', { kind: 'retryable', cause: 'recipient-busy' }],
    ['that it broke', 500, '', { kind: 'retryable', cause: 'recipient-fault' }],
    ['that a gateway is alone', 502, '', { kind: 'retryable', cause: 'recipient-fault' }],
    ['that it is closed for now', 503, '', { kind: 'retryable', cause: 'recipient-busy' }],
  ] as const)('%s', (_what, status, body, expected) => {
    expect(outcome(status, body)).toMatchObject(expected);
  });

  it.each([
    ['120', 120],
    ['86400', 3600],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
    ['sớm', undefined],
    [undefined, undefined],
  ])('that asks to wait %s is waited for', (given, seconds) => {
    const { retryAfter } = outcome(503, '', given) as { retryAfter?: number };
    expect(retryAfter).toBe(seconds);
  });

  it('is kept in its own words, as far as they are short', () => {
    expect(outcome(422, 'Thiếu trích yếu')).toMatchObject({ detail: '422 Thiếu trích yếu' });
    const { detail } = outcome(500, 'x'.repeat(10_000)) as { detail: string };
    expect(detail).toHaveLength(500);
  });
});

describe('no answer', () => {
  it.each(['connection-refused', 'timed-out', 'name-not-found', 'tls-fault'] as const)('for %s passes', (fault) => {
    expect(outcomeOf({ kind: 'fault', fault, detail: '…' }, delivery)).toMatchObject({
      kind: 'retryable',
      cause: fault,
    });
  });

  it('because the address is not allowed does not pass by itself', () => {
    const refused = outcomeOf({ kind: 'fault', fault: 'address-not-allowed', detail: '…' }, delivery);
    expect(refused).toMatchObject({ kind: 'permanent', cause: 'address-not-allowed' });
  });
});

describe('the answer to a recall', () => {
  const requestId = '01900000-0000-7000-8000-000000000003';
  const recalled = (status: number, body: object = {}) =>
    recallOutcomeOf({ kind: 'answer', status, body: JSON.stringify(body), retryAfter: undefined }, { requestId });

  it.each([
    ['that it is given back', 200, { requestId, state: 'taken-back' }, { kind: 'taken-back' }],
    ['that somebody has to agree', 202, { requestId, state: 'asked' }, { kind: 'asked' }],
    ['that it never came', 404, {}, { kind: 'not-known' }],
    ['about another request', 200, { requestId: other, state: 'taken-back' }, { kind: 'unknown' }],
    ['without a word', 200, {}, { kind: 'unknown' }],
    ['that it broke', 500, {}, { kind: 'retryable', cause: 'recipient-fault' }],
    ['that we may not', 403, {}, { kind: 'permanent', cause: 'credentials' }],
  ] as const)('%s', (_what, status, body, expected) => {
    expect(recalled(status, body)).toMatchObject(expected);
  });
});
