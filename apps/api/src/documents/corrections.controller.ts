import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CorrectDocument as CorrectBody, DocumentView } from '#contracts';
import { CorrectDocument, DocumentQuery } from '#documents';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What was issued is corrected, amended or replaced by documents of its own. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id/corrections')
export class CorrectionsController {
  constructor(
    private readonly correctDocument: CorrectDocument,
    private readonly document: DocumentQuery,
  ) {}

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, DocumentView, 'A draft for the same recipients, linked with it')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: CorrectBody }) { kind }: CorrectBody,
  ): Promise<DocumentView> {
    return this.document.view(actor, await this.correctDocument.execute(actor, id, kind));
  }
}
