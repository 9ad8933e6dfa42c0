import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SessionView } from '#contracts';
import { DomainError } from '#kernel';
import { Sessions } from '#identity';
import { Config } from '#platform';
import { sessionCookie, sessionCookieName } from '../http/session-cookie.js';
import { presentSession } from './session.presenter.js';

/** Answers with a session that goes on under a new token: the cookie and the view of it belong together. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async of(token: string, reply: FastifyReply): Promise<SessionView> {
    const session = await this.sessions.find(token);
    if (session === undefined) {
      throw new DomainError('session.required');
    }
    void reply.setCookie(sessionCookieName, token, sessionCookie(this.config));
    return presentSession(session);
  }
}
