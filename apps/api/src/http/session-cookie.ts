import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Config } from '#platform';

export const sessionCookieName = 'vanthu_session';
/** Tells a browser from which somebody has signed in before. */
export const deviceCookieName = 'vanthu_device';

/** The longest that browsers keep a cookie, in seconds; each sign-in begins it anew. */
const deviceAge = 400 * 86_400;

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

/** It opens nothing: it only lets its owner try a password while somebody else is guessing it elsewhere. */
export function deviceCookie(config: Config): CookieSerializeOptions {
  return { ...sessionCookie(config), maxAge: deviceAge };
}
