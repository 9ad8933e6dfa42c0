import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { SessionNeed } from '#contracts';
import { DomainError } from '#kernel';
import { AccessTokens, Sessions } from '#identity';
import { bearerOf } from './bearer.js';
import { type KnownRequest, openToClientsMetadata, openWhileMetadata, publicMetadata } from './request-context.js';
import { sessionCookieName } from './session-cookie.js';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Says who is calling: a person by the cookie of a session, or another system by an access token, with which a cookie
 * counts for nothing. What they may do is for the policies.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    if (changes(request) && !isFromThisSite(request)) {
      throw new DomainError('session.csrf');
    }
    if (this.said(context, publicMetadata) === true) {
      return true;
    }
    const token = bearerOf(request);
    if (token === undefined) {
      await this.knowPerson(context, request);
    } else {
      await this.knowClient(context, request, token);
    }
    return true;
  }

  /** A request that changes something has to carry the token that only this site’s pages can read. */
  private async knowPerson(context: ExecutionContext, request: KnownRequest): Promise<void> {
    const token = request.cookies[sessionCookieName];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session === undefined) {
      throw new DomainError('session.required');
    }
    if (changes(request) && !sameToken(request.headers['x-csrf-token'], session.csrfToken)) {
      throw new DomainError('session.csrf');
    }
    // Half signed in is not signed in: until its need is met, a session reaches only what meets it.
    const open = this.said(context, openWhileMetadata) as readonly SessionNeed[] | undefined;
    if (session.needs !== null && open?.includes(session.needs) !== true) {
      throw new DomainError('session.incomplete');
    }
    request.session = session;
    request.actor = session.actor;
  }

  /** No other site’s page holds an access token: there is nothing to forge. */
  private async knowClient(context: ExecutionContext, request: KnownRequest, token: string): Promise<void> {
    const actor = await this.tokens.find(token);
    if (actor === undefined) {
      throw new DomainError('api-client.token-refused');
    }
    if (this.said(context, openToClientsMetadata) !== true) {
      throw new DomainError('api-client.people-only');
    }
    request.actor = actor;
  }

  /** What stands at the route, or else at its controller. */
  private said(context: ExecutionContext, key: string): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
  }
}

function changes(request: KnownRequest): boolean {
  return !safeMethods.has(request.method);
}

/** Browsers say where a request comes from; programs do not, and hold no one’s cookie by accident. */
function isFromThisSite(request: KnownRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

function sameToken(given: string | string[] | undefined, expected: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '');
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
