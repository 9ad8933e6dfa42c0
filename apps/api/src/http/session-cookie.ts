import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '#platform';

export const sessionCookieName = 'vanthu_session';

/**
 * httpOnly: no script reads it; Lax: no other site’s form sends it; Secure where the system is reached by https. It has
 * no age of its own: the server decides when a session ends.
 */
export function sessionCookie(config: Config): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
  };
}
