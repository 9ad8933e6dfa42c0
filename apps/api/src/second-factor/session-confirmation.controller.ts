import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Confirmation } from '#contracts';
import { ConfirmIdentity, type SessionRecord } from '#identity';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentSession, OpenWhile } from '../http/request-context.js';

/** The password once more, before something that an open session is not enough for. */
@ApiTags('session')
@Controller('session/confirmation')
@OpenWhile('second-factor-enrolment')
export class SessionConfirmationController {
  constructor(private readonly confirmIdentity: ConfirmIdentity) {}

  @Post()
  @HttpCode(204)
  @AnswersNothing('The next ten minutes are enough for what asked for it')
  async confirm(
    @CurrentSession() session: SessionRecord,
    @Body({ schema: Confirmation }) confirmation: Confirmation,
  ): Promise<void> {
    await this.confirmIdentity.execute(session, confirmation);
  }
}
