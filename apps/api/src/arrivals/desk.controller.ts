import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DeskCounts } from '#contracts';
import { DeskCountsQuery } from '#incoming';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(private readonly counts: DeskCountsQuery) {}

  @Get()
  @Answers(200, DeskCounts, 'How much waits for you')
  async show(@CurrentActor() actor: Actor): Promise<DeskCounts> {
    return this.counts.of(actor);
  }
}
