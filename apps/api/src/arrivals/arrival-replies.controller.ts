import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DocumentView } from '#contracts';
import { DocumentQuery } from '#documents';
import { DraftReply } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id/replies')
export class ArrivalRepliesController {
  constructor(
    private readonly draftReply: DraftReply,
    private readonly document: DocumentQuery,
  ) {}

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, DocumentView, 'A draft for its sender, linked with it')
  async add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    return this.document.view(actor, await this.draftReply.execute(actor, id));
  }
}
