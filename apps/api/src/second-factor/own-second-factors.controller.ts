import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, SecondFactorName, SecondFactorsView } from '#contracts';
import {
  AcknowledgeReset,
  RemoveSecondFactor,
  RenameSecondFactor,
  SecondFactorsQuery,
  type SessionRecord,
} from '#identity';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, CurrentSession, type KnownRequest, OpenWhile } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { PasskeySites } from './passkey-sites.js';

/** What a person shows beside the password, as its owner sees it. */
@ApiTags('account')
@Controller('account/second-factors')
export class OwnSecondFactorsController {
  constructor(
    private readonly secondFactors: SecondFactorsQuery,
    private readonly renameSecondFactor: RenameSecondFactor,
    private readonly removeSecondFactor: RemoveSecondFactor,
    private readonly acknowledgeReset: AcknowledgeReset,
    private readonly sites: PasskeySites,
  ) {}

  @Get()
  @OpenWhile('second-factor-enrolment')
  @Answers(200, SecondFactorsView, 'Apps and passkeys, and how many recovery codes are left')
  async show(@CurrentActor() actor: Actor, @Req() request: KnownRequest): Promise<SecondFactorsView> {
    return this.secondFactors.of(actor, this.sites.of(request));
  }

  @Delete('reset-notice')
  @HttpCode(204)
  @AnswersNothing('The person has read that an administrator took the factors away')
  async acknowledge(@CurrentActor() actor: Actor): Promise<void> {
    await this.acknowledgeReset.execute(actor);
  }

  @Put(':id')
  @HttpCode(204)
  @AnswersNothing('It has the new name')
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: SecondFactorName }) { name }: SecondFactorName,
  ): Promise<void> {
    await this.renameSecondFactor.execute(actor, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing('It is asked for no more')
  async remove(@CurrentSession() session: SessionRecord, @Param('id', IdPipe) id: string): Promise<void> {
    await this.removeSecondFactor.execute(session, id);
  }
}
