import { Body, Controller, Get, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AskForPasswordReset as Request,
  OneTimeLinkToken,
  OneTimeLinkView,
  PasswordResetWays,
  SetPassword,
} from '#contracts';
import { AskForPasswordReset, LinkMails, OneTimeLinkQuery, SetPasswordByLink } from '#identity';
import { Config } from '#platform';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { languageOf, Public } from '../http/request-context.js';
import { deviceCookie, deviceCookieName } from '../http/session-cookie.js';

/** For people who can’t sign in: who forgot a password, and who holds a link that was handed over or mailed. */
@ApiTags('password-resets')
@Public()
@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly ask: AskForPasswordReset,
    private readonly links: OneTimeLinkQuery,
    private readonly setPassword: SetPasswordByLink,
    private readonly mails: LinkMails,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(200, PasswordResetWays, 'How somebody who forgot a password gets a link')
  ways(): PasswordResetWays {
    return { byMail: this.mails.canSend };
  }

  @Post()
  @HttpCode(204)
  @AnswersNothing(
    'If there is such a person with an address, a mail with a link is on its way; the answer tells nothing',
  )
  async request(
    @Body({ schema: Request }) command: Request,
    @Headers('accept-language') language: string | undefined,
  ): Promise<void> {
    await this.ask.execute(command, languageOf(language));
  }

  @Post('link')
  @HttpCode(200)
  @Answers(200, OneTimeLinkView, 'Whom the link is for; a POST, because the token must not stand in an address')
  async show(@Body({ schema: OneTimeLinkToken }) { token }: OneTimeLinkToken): Promise<OneTimeLinkView> {
    return this.links.show(token);
  }

  @Post('complete')
  @HttpCode(204)
  @AnswersNothing('The password is set and every session has ended; the sign-in follows as ever')
  async complete(
    @Body({ schema: SetPassword }) command: SetPassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const device = await this.setPassword.execute(command);
    void reply.setCookie(deviceCookieName, device, deviceCookie(this.config));
  }
}
