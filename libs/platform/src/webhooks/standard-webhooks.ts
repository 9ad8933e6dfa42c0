import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0: `whsec_` and the base64 of 24 to 64 random bytes. */
const secretPrefix = 'whsec_';
const secretBytes = 32;

/** How far the clock of the sender may be off, in seconds. */
const tolerance = 5 * 60;

export interface SignedMessage {
  /** The same on every try of a message. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

export function makeWebhookSecret(): string {
  return `${secretPrefix}${randomBytes(secretBytes).toString('base64')}`;
}

/**
 * The headers that sign a message as Standard Webhooks has it (HMAC-SHA256 over id, time and body), with every secret
 * that is valid: while a secret is being changed the receiver may check with either.
 */
export function webhookHeaders({ id, at, body }: SignedMessage, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, id, timestamp, body)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** Whether one of the signatures is right and the message is of now: an old one that somebody kept does not pass. */
export function isSignedWebhook(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  secret: string,
  now: Date,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = headers;
  if (id === undefined || timestamp === undefined || given === undefined) {
    return false;
  }
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  const expected = Buffer.from(`v1,${signatureOf(secret, id, timestamp, body)}`);
  const isRight = given.split(' ').some((signature) => {
    const bytes = Buffer.from(signature);
    return bytes.length === expected.length && timingSafeEqual(bytes, expected);
  });
  return isRight && age <= tolerance;
}

function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
}
