import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { SessionNeed } from '#contracts';
import { DomainError } from '#kernel';
import { type SessionRecord, Sessions } from '#identity';
import { type KnownRequest, openWhileMetadata, publicMetadata } from './request-context.js';
import { sessionCookieName } from './session-cookie.js';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Says who is calling; what they may do is for the policies. A request that changes something has to come from this
 * site (Sec-Fetch-Site) and carry the token that only this site’s pages can read.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const changes = !safeMethods.has(request.method);
    if (changes && !isFromThisSite(request)) {
      throw new DomainError('session.csrf');
    }
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(publicMetadata, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic === true) {
      return true;
    }
    const token = request.cookies[sessionCookieName];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (session === undefined) {
      throw new DomainError('session.required');
    }
    if (changes && !sameToken(request.headers['x-csrf-token'], session.csrfToken)) {
      throw new DomainError('session.csrf');
    }
    this.checkNeeds(context, session);
    request.session = session;
    return true;
  }

  /** Half signed in is not signed in: until its need is met, a session reaches only what meets it. */
  private checkNeeds(context: ExecutionContext, { needs }: SessionRecord): void {
    const open = this.reflector.getAllAndOverride<readonly SessionNeed[] | undefined>(openWhileMetadata, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needs !== null && open?.includes(needs) !== true) {
      throw new DomainError('session.incomplete');
    }
  }
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
