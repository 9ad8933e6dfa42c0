import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, PasskeyQuestion, SecondFactorChoices, SecondFactorPassed, SecondFactorProof } from '#contracts';
import {
  AskForPasskey,
  PassSecondFactor,
  RecoveryCodeSets,
  SecondFactorChoicesQuery,
  type SessionRecord,
} from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, CurrentSession, type KnownRequest, OpenWhile } from '../http/request-context.js';
import { SessionAnswers } from '../session/session-answers.js';
import { PasskeySites } from './passkey-sites.js';

/** The second half of a sign-in. */
@ApiTags('session')
@Controller('session/second-factor')
@OpenWhile('second-factor')
export class SecondFactorController {
  constructor(
    private readonly choices: SecondFactorChoicesQuery,
    private readonly askForPasskey: AskForPasskey,
    private readonly passSecondFactor: PassSecondFactor,
    private readonly recoveryCodes: RecoveryCodeSets,
    private readonly answers: SessionAnswers,
    private readonly sites: PasskeySites,
  ) {}

  @Get()
  @Answers(200, SecondFactorChoices, 'What the person can show')
  async show(@CurrentActor() actor: Actor, @Req() request: KnownRequest): Promise<SecondFactorChoices> {
    return this.choices.of(actor, this.sites.of(request));
  }

  @Post('passkey-challenge')
  @HttpCode(200)
  @Answers(200, PasskeyQuestion, 'What a passkey of the person has to sign, once and within five minutes')
  async ask(@CurrentSession() session: SessionRecord, @Req() request: KnownRequest): Promise<PasskeyQuestion> {
    return this.askForPasskey.execute(session, this.sites.of(request));
  }

  @Post()
  @HttpCode(200)
  @Answers(200, SecondFactorPassed, 'The session is open, under a new cookie and a new token')
  async pass(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: SecondFactorProof }) proof: SecondFactorProof,
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecondFactorPassed> {
    const token = await this.passSecondFactor.execute(session, proof, this.sites.of(request));
    return {
      session: await this.answers.of(token, reply),
      recoveryCodesLeft: await this.recoveryCodes.left(session.actor.personId),
    };
  }
}
