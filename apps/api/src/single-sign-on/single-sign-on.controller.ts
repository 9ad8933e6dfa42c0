import { Controller, Get, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { BackAfterSignIn } from '#contracts';
import {
  BeginSignedOnSession,
  BeginSingleSignOn,
  OpenIdProvider,
  Sessions,
  type SignedOn,
  SingleSignOnRefused,
} from '#identity';
import { Config } from '#platform';
import { type KnownRequest, Public } from '../http/request-context.js';
import { sessionCookie, sessionCookieName } from '../http/session-cookie.js';
import { singleSignOnCookie, singleSignOnCookieName } from './single-sign-on-cookie.js';
import { SingleSignOnFilter } from './single-sign-on.filter.js';
import { SingleSignOnGuard } from './single-sign-on.guard.js';

const leads = (description: string): MethodDecorator => ApiResponse({ status: 303, description });

/** Pages that a browser goes through, not calls: each leads on to another page. */
@ApiTags('session')
@Public()
@UseFilters(SingleSignOnFilter)
@Controller('session/single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly beginSignOn: BeginSingleSignOn,
    private readonly beginSession: BeginSignedOnSession,
    private readonly provider: OpenIdProvider,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  @Get()
  @leads('To the identity provider')
  async begin(
    @Query({ schema: BackAfterSignIn }) { back }: BackAfterSignIn,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { url, browserToken } = await this.beginSignOn.execute(back);
    void reply.setCookie(singleSignOnCookieName, browserToken, singleSignOnCookie(this.config)).redirect(url, 303);
  }

  @Get('callback')
  @UseGuards(SingleSignOnGuard)
  @leads('Signed in: to the page that was asked for; else to the sign-in page with the reason')
  async finish(@Req() request: KnownRequest, @Res() reply: FastifyReply): Promise<void> {
    const person = request.user as SignedOn;
    await this.endOf(request);
    const token = await this.beginSession.execute(person, {
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    void reply
      .clearCookie(singleSignOnCookieName, singleSignOnCookie(this.config))
      .setCookie(sessionCookieName, token, sessionCookie(this.config))
      .redirect(person.back, 303);
  }

  @Get('sign-out')
  @leads('To where the identity provider signs people out, if it does that; else to the sign-in page')
  async signOut(@Res() reply: FastifyReply): Promise<void> {
    void reply.redirect((await this.signOutUrl()) ?? '/sign-in', 303);
  }

  /** Whoever has signed out here has signed out, whether or not the provider can be reached. */
  private async signOutUrl(): Promise<string | undefined> {
    try {
      return (await this.provider.signOutUrl())?.href;
    } catch (error) {
      if (error instanceof SingleSignOnRefused) {
        return undefined;
      }
      throw error;
    }
  }

  /** A session that was there before a sign-in ends with it: no one keeps a cookie that someone else planted. */
  private async endOf(request: KnownRequest): Promise<void> {
    const token = request.cookies[sessionCookieName];
    if (token !== undefined) {
      await this.sessions.end(token);
    }
  }
}
