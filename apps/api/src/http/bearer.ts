import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '#contracts';
import type { KnownRequest } from './request-context.js';

/** The access token that a request shows; undefined where it shows none, and the cookie counts. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const [scheme = '', token = '', ...more] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer') {
    return undefined;
  }
  return more.length === 0 ? token : '';
}

/** What RFC 6750 adds to a refusal, so that OAuth libraries know whether to ask for a new token or for more scope. */
export function challengeOf(request: FastifyRequest, code: ErrorCode): string | undefined {
  const { actor }: Pick<KnownRequest, 'actor'> = request as KnownRequest;
  if (code === 'api-client.token-refused') {
    return 'Bearer error="invalid_token"';
  }
  return code === 'permission.denied' && actor !== undefined && actor.scopes !== null
    ? 'Bearer error="insufficient_scope"'
    : undefined;
}
