import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DocumentView, FurtherCopies, ScheduleSending as Wish } from '#contracts';
import { CallOffSending, DocumentQuery, ScheduleSending } from '#documents';
import { SendCopies } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** When an issued document is sent by itself, and who gets further copies of a sent one. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id')
export class SendingController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly scheduleSending: ScheduleSending,
    private readonly callOffSending: CallOffSending,
    private readonly sendCopies: SendCopies,
  ) {}

  @Put('sending')
  @Answers(200, DocumentView, 'It will be sent by itself at that time; a time set before no longer counts')
  async schedule(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Wish }) { sendAt }: Wish,
  ): Promise<DocumentView> {
    await this.scheduleSending.execute(actor, id, new Date(sendAt));
    return this.document.view(actor, id);
  }

  @Delete('sending')
  @HttpCode(200)
  @Answers(200, DocumentView, 'It waits for the clerk again')
  async callOff(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.callOffSending.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Post('copies')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Sent to these recipients as well')
  async copies(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: FurtherCopies }) copies: FurtherCopies,
  ): Promise<DocumentView> {
    await this.sendCopies.execute(actor, id, copies);
    return this.document.view(actor, id);
  }
}
