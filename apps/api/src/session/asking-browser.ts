import type { FastifyRequest } from 'fastify';
import type { AskingBrowser } from '#identity';
import { deviceCookieName } from '../http/session-cookie.js';

/** What a request tells of the browser that it came from. */
export function askingBrowser(request: FastifyRequest): AskingBrowser {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    device: request.cookies[deviceCookieName],
  };
}
