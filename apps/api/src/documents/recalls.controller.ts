import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, RecallDocument as Wish, RecallResult } from '#contracts';
import { RecallDocument } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** A sent document is taken back. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id/recalls')
export class RecallsController {
  constructor(private readonly recallDocument: RecallDocument) {}

  @Post()
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, RecallResult, 'Taken back at once where nobody has registered it; the others are asked')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Wish }) wish: Wish,
  ): Promise<RecallResult> {
    return this.recallDocument.execute(actor, id, wish);
  }
}
