import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ChangePassword, SessionView } from '#contracts';
import { ChangePassword as ChangePasswordUseCase, type SessionRecord } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentSession, OpenWhile } from '../http/request-context.js';
import { SessionAnswers } from './session-answers.js';

@ApiTags('session')
@Controller('session/password')
export class PasswordController {
  constructor(
    private readonly changePassword: ChangePasswordUseCase,
    private readonly answers: SessionAnswers,
  ) {}

  @Post()
  @HttpCode(200)
  @OpenWhile('new-password')
  @Answers(
    200,
    SessionView,
    'The password is changed, all other sessions have ended, this one goes on under a new token',
  )
  async change(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: ChangePassword }) command: ChangePassword,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answers.of(await this.changePassword.execute(session, command), reply);
  }
}
