import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NewPasskey, NewTotpFactor, PasskeyOffer, SecondFactorEnrolled, TotpConfirmation, TotpOffer } from '#contracts';
import { ConfirmTotp, type Enrolled, EnrolPasskey, OfferPasskey, type SessionRecord, StartTotp } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentSession, type KnownRequest, OpenWhile } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { SessionAnswers } from '../session/session-answers.js';
import { presentSession } from '../session/session.presenter.js';
import { PasskeySites } from './passkey-sites.js';

/** Adding a second factor: it is offered, and kept once the device has shown that it took it. */
@ApiTags('account')
@Controller('account/second-factors')
@OpenWhile('second-factor-enrolment')
export class EnrolmentController {
  constructor(
    private readonly startTotp: StartTotp,
    private readonly confirmTotp: ConfirmTotp,
    private readonly offerPasskey: OfferPasskey,
    private readonly enrolPasskey: EnrolPasskey,
    private readonly answers: SessionAnswers,
    private readonly sites: PasskeySites,
  ) {}

  @Post('totp')
  @Answers(201, TotpOffer, 'A secret for an app; it counts for nothing until a code of it was right')
  async start(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: NewTotpFactor }) command: NewTotpFactor,
  ): Promise<TotpOffer> {
    return this.startTotp.execute(session, command);
  }

  @Post('totp/:id/confirmation')
  @HttpCode(200)
  @Answers(200, SecondFactorEnrolled, 'The app is asked for at every sign-in')
  async confirm(
    @CurrentSession() session: SessionRecord,
    @Param('id', IdPipe) id: string,
    @Body({ schema: TotpConfirmation }) { code }: TotpConfirmation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecondFactorEnrolled> {
    return this.enrolled(session, await this.confirmTotp.execute(session, id, code), reply);
  }

  @Post('passkey-challenge')
  @HttpCode(200)
  @Answers(200, PasskeyOffer, 'What the browser hands to the device, once and within five minutes')
  async offer(@CurrentSession() session: SessionRecord, @Req() request: KnownRequest): Promise<PasskeyOffer> {
    return this.offerPasskey.execute(session, this.sites.of(request));
  }

  @Post('passkeys')
  @Answers(201, SecondFactorEnrolled, 'The passkey is asked for at every sign-in')
  async enrol(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: NewPasskey }) command: NewPasskey,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecondFactorEnrolled> {
    return this.enrolled(session, await this.enrolPasskey.execute(session, command, this.sites.of(request)), reply);
  }

  private async enrolled(
    session: SessionRecord,
    { token, recoveryCodes }: Enrolled,
    reply: FastifyReply,
  ): Promise<SecondFactorEnrolled> {
    return {
      session: token === null ? presentSession(session) : await this.answers.of(token, reply),
      recoveryCodes: [...recoveryCodes],
    };
  }
}
