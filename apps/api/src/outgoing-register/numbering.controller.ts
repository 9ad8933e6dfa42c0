import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, NumberingView, SetNumbering as Setting } from '#contracts';
import { NumberingQuery, SetNumbering } from '#documents';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('outgoing register')
@Controller('numbering')
export class NumberingController {
  constructor(
    private readonly numbering: NumberingQuery,
    private readonly setNumbering: SetNumbering,
  ) {}

  @Get()
  @Answers(200, NumberingView, 'How your agency numbers its documents')
  async show(@CurrentActor() actor: Actor): Promise<NumberingView> {
    return this.numbering.view(actor);
  }

  @Put()
  @Answers(200, NumberingView, 'Set from that year on')
  async set(@CurrentActor() actor: Actor, @Body({ schema: Setting }) setting: Setting): Promise<NumberingView> {
    await this.setNumbering.execute(actor, setting);
    return this.numbering.view(actor);
  }
}
