import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  DeliveryPage,
  type DeliveryView,
  DocumentView,
  type Page,
  PageQuery,
  ReturnDocument as ReturnBody,
  ReturnedDocument,
} from '#contracts';
import {
  ApproveDocument,
  CompleteDocument,
  DocumentQuery,
  IssueDocument,
  ReturnDocument,
  SubmitDocument,
} from '#documents';
import { DeliveriesQuery, DispatchDocument } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** The moves of an outgoing document, each a POST of its own. */
@ApiTags('documents')
@Controller('documents/:id')
export class DocumentMovesController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly submitDocument: SubmitDocument,
    private readonly returnDocument: ReturnDocument,
    private readonly approveDocument: ApproveDocument,
    private readonly issueDocument: IssueDocument,
    private readonly dispatchDocument: DispatchDocument,
    private readonly completeDocument: CompleteDocument,
    private readonly deliveries: DeliveriesQuery,
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

  @Post('issue')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Numbered and in the outgoing register')
  async issue(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.issueDocument.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Post('send')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Sent: from here on nothing can be lost')
  async send(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.dispatchDocument.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Post('complete')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Completed and archived')
  async complete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.completeDocument.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Get('deliveries')
  @Answers(200, DeliveryPage, 'Where the document is with each recipient')
  async findDeliveries(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<DeliveryView>> {
    return this.deliveries.page(actor, id, query);
  }
}
