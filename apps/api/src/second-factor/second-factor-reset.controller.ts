import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, SecondFactorReason } from '#contracts';
import { ResetSecondFactors } from '#identity';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** For somebody who lost the phone and the paper with the codes. */
@ApiTags('people')
@Controller('people/:id/second-factor-reset')
export class SecondFactorResetController {
  constructor(private readonly resetSecondFactors: ResetSecondFactors) {}

  @Post()
  @HttpCode(204)
  @AnswersNothing('Nothing is asked for beside the password, all sessions of the person have ended, and they are told')
  async reset(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: SecondFactorReason }) { reason }: SecondFactorReason,
  ): Promise<void> {
    await this.resetSecondFactors.execute(actor, id, reason);
  }
}
