import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a link, as text that needs no escaping. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: who reads the database can’t use it. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
