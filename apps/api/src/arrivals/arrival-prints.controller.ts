import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordUse } from '#audit';
import type { Actor } from '#contracts';
import { ArrivalQuery } from '#incoming';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** Browsers print by themselves: their page says so, and who printed goes on record. */
@ApiTags('arrivals')
@Controller('arrivals/:id/prints')
export class ArrivalPrintsController {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly recordUse: RecordUse,
  ) {}

  @Post()
  @HttpCode(204)
  @AnswersNothing('On record as printed')
  async add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.arrival.view(actor, id);
    await this.recordUse.execute(actor, 'printed', 'arrival', id);
  }
}
