import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DocumentView, ReturnDocument as ReturnBody, ReturnedDocument } from '#contracts';
import { ApproveDocument, DocumentQuery, ReturnDocument, SubmitDocument } from '#documents';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** The way of a draft through the agency: submitted, then returned or approved. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id')
export class ApprovalController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly submitDocument: SubmitDocument,
    private readonly returnDocument: ReturnDocument,
    private readonly approveDocument: ApproveDocument,
  ) {}

  @Post('submit')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Laid before the leader')
  async submit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.submitDocument.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Post('return')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ReturnedDocument, 'Given back to its drafter')
  async return(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: ReturnBody }) body: ReturnBody,
  ): Promise<ReturnedDocument> {
    await this.returnDocument.execute(actor, id, body.opinion);
    return { id, state: 'returned' };
  }

  @Post('approve')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Approved; the content is locked')
  async approve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.approveDocument.execute(actor, id);
    return this.document.view(actor, id);
  }
}
