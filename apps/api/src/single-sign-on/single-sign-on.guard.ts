import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { CheckSingleSignOn, type SignedOn, SingleSignOnRefused } from '#identity';
import { singleSignOnCookieName } from './single-sign-on-cookie.js';

/**
 * A strategy that leaves everything to its `validate`. The one of openid-client can’t be used here: it redirects by
 * writing to an Express answer, keeps its question in an Express session, and must know the provider at our start.
 */
class AnswerStrategy extends passport.Strategy {
  constructor(private readonly verify: (request: FastifyRequest, done: VerifyDone) => void) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request as FastifyRequest, (error, user) => {
      if (error !== null) {
        this.error(error);
        return;
      }
      this.success(user ?? {});
    });
  }
}

type VerifyDone = (error: Error | null, user?: SignedOn) => void;

/** Passport’s strategy over our check of what the identity provider answered. */
@Injectable()
export class SingleSignOnStrategy extends PassportStrategy(AnswerStrategy, 'single-sign-on') {
  constructor(private readonly check: CheckSingleSignOn) {
    super();
  }

  async validate(request: FastifyRequest): Promise<SignedOn> {
    const query = request.originalUrl.split('?', 2)[1] ?? '';
    return this.check.execute({
      parameters: new URLSearchParams(query),
      browserToken: request.cookies[singleSignOnCookieName],
      address: request.ip,
    });
  }
}

/** Lets a browser through that has brought a right answer from the identity provider. */
@Injectable()
export class SingleSignOnGuard extends AuthGuard('single-sign-on') {
  override handleRequest<User>(error: unknown, user: User): User {
    if (error instanceof Error) {
      throw error;
    }
    if (user === undefined || user === null || user === false) {
      throw new SingleSignOnRefused('not-valid');
    }
    return user;
  }
}
