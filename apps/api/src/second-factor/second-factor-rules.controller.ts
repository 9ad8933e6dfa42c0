import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, RequiredSecondFactors, SecondFactorRulesView } from '#contracts';
import { RequireSecondFactors, SecondFactorRulesQuery } from '#identity';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('administration')
@Controller('second-factor-rules')
export class SecondFactorRulesController {
  constructor(
    private readonly rules: SecondFactorRulesQuery,
    private readonly requireSecondFactors: RequireSecondFactors,
  ) {}

  @Get()
  @Answers(200, SecondFactorRulesView, 'Which roles need a second factor, and how many people still lack one')
  async show(@CurrentActor() actor: Actor): Promise<SecondFactorRulesView> {
    return this.rules.of(actor);
  }

  @Put()
  @Answers(200, SecondFactorRulesView, 'The rules as they hold from now on')
  async change(
    @CurrentActor() actor: Actor,
    @Body({ schema: RequiredSecondFactors }) { roles }: RequiredSecondFactors,
  ): Promise<SecondFactorRulesView> {
    await this.requireSecondFactors.execute(actor, roles);
    return this.rules.of(actor);
  }
}
