import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productFolder } from '../config/product-folder.js';
import { isSignedWebhook, makeWebhookSecret, webhookHeaders } from './standard-webhooks.js';

/** The example of the specification’s reference libraries. */
const example = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const at = new Date(example.timestamp * 1000);
const headers = { 'webhook-id': example.id, 'webhook-timestamp': String(example.timestamp) };

describe('a signed webhook', () => {
  it('is signed as the reference libraries sign it', () => {
    expect(webhookHeaders({ id: example.id, at, body: example.body }, [example.secret])).toEqual({
      ...headers,
      'webhook-signature': example.signature,
    });
  });

  it('is shown to those who program the other side as it is', () => {
    const told = readFileSync(join(productFolder, 'docs', 'webhooks.md'), 'utf8');
    const [, shown = ''] = /```text\n([^`]+)```/.exec(told) ?? [];
    const lines = Object.fromEntries(
      shown
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    );
    expect(lines).toEqual({
      secret: example.secret,
      body: example.body,
      ...headers,
      'webhook-signature': example.signature,
    });
  });

  it('passes with the old and with the new secret while it is being changed', () => {
    const [older, newer] = [makeWebhookSecret(), makeWebhookSecret()];
    const signed = webhookHeaders({ id: 'one', at, body: '{}' }, [newer, older]);
    expect([older, newer].map((secret) => isSignedWebhook(signed, '{}', secret, at))).toEqual([true, true]);
    expect(isSignedWebhook(signed, '{}', makeWebhookSecret(), at)).toBe(false);
  });

  it.each([
    ['another body', {}, '{"test": 1}', at],
    ['another id', { 'webhook-id': 'msg_other' }, example.body, at],
    ['another time', { 'webhook-timestamp': String(example.timestamp + 1) }, example.body, at],
    ['no signature', { 'webhook-signature': undefined }, example.body, at],
    ['a signature of another kind', { 'webhook-signature': 'v1a,xyz' }, example.body, at],
    ['a message that somebody kept', {}, example.body, new Date(at.getTime() + 301_000)],
    ['a message of the future', {}, example.body, new Date(at.getTime() - 301_000)],
  ])('with %s does not pass', (_what, change, body, now) => {
    const given = { ...headers, 'webhook-signature': example.signature, ...change };
    expect(isSignedWebhook(given, body, example.secret, now)).toBe(false);
    expect(
      isSignedWebhook({ ...headers, 'webhook-signature': example.signature }, example.body, example.secret, at),
    ).toBe(true);
  });
});
