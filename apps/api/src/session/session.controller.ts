import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '#audit';
import { type Actor, sessionNeeds, SessionView, SignIn } from '#contracts';
import { DomainError } from '#kernel';
import { Sessions, type SessionRecord, SignInWithPassword } from '#identity';
import { Config } from '#platform';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, CurrentSession, type KnownRequest, OpenWhile, Public } from '../http/request-context.js';
import { deviceCookie, deviceCookieName, sessionCookie, sessionCookieName } from '../http/session-cookie.js';
import { askingBrowser } from './asking-browser.js';
import { presentSession } from './session.presenter.js';
import { SignInGuard } from './sign-in.guard.js';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignInWithPassword,
    private readonly sessions: Sessions,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  @Post()
  @Public()
  @UseGuards(SignInGuard)
  @Answers(201, SessionView, 'Signed in; the session is in an httpOnly cookie')
  async begin(
    @Body({ schema: SignIn }) _body: unknown,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (request.user === undefined) {
      throw new DomainError('session.bad-credentials');
    }
    await this.endOf(request);
    const { token, device } = await this.signIn.begin(request.user, askingBrowser(request));
    void reply.setCookie(sessionCookieName, token, sessionCookie(this.config));
    void reply.setCookie(deviceCookieName, device, deviceCookie(this.config));
    const session = await this.sessions.find(token);
    if (session === undefined) {
      throw new DomainError('session.required');
    }
    return presentSession(session);
  }

  @Get()
  @OpenWhile(...sessionNeeds)
  @Answers(200, SessionView, 'Who is signed in, and what they may do')
  show(@CurrentSession() session: SessionRecord): SessionView {
    return presentSession(session);
  }

  @Delete()
  @OpenWhile(...sessionNeeds)
  @HttpCode(204)
  @AnswersNothing('Signed out')
  async end(
    @CurrentActor() actor: Actor,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.endOf(request);
    await this.audit.record(actor, { action: 'session.ended', objectType: 'person', objectId: actor.personId });
    void reply.clearCookie(sessionCookieName, sessionCookie(this.config));
  }

  /** A session that was there before a sign-in ends with it: no one keeps a cookie that someone else planted. */
  private async endOf(request: KnownRequest): Promise<void> {
    const token = request.cookies[sessionCookieName];
    if (token !== undefined) {
      await this.sessions.end(token);
    }
  }
}
