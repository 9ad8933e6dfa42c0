import type { CookieSerializeOptions } from '@fastify/cookie';
import { singleSignOnMinutes } from '#identity';
import type { Config } from '#platform';
import { sessionCookie } from '../http/session-cookie.js';

export const singleSignOnCookieName = 'vanthu_single_sign_on';

/** Lax lets it come along when the provider sends the browser back to us; it goes nowhere else. */
export function singleSignOnCookie(config: Config): CookieSerializeOptions {
  return { ...sessionCookie(config), path: '/api/v1/session/single-sign-on', maxAge: singleSignOnMinutes * 60 };
}
