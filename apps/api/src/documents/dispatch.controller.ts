import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type AgencyRef,
  DeliveryPage,
  type DeliveryView,
  DocumentView,
  type Page,
  PageQuery,
  RecordedMembersPage,
} from '#contracts';
import { CompleteDocument, DocumentQuery, IssueDocument, RecordedMembersQuery } from '#documents';
import { DeliveriesQuery, DispatchDocument } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** The way of an approved document out of the agency: issued, sent, followed, completed. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id')
export class DispatchController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly issueDocument: IssueDocument,
    private readonly dispatchDocument: DispatchDocument,
    private readonly completeDocument: CompleteDocument,
    private readonly deliveries: DeliveriesQuery,
    private readonly recordedMembers: RecordedMembersQuery,
  ) {}

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

  @Get('groups/:groupId/members')
  @Answers(200, RecordedMembersPage, 'Whom a group stood for when the document was sent; nobody before that')
  async findGroupMembers(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('groupId', IdPipe) groupId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<AgencyRef>> {
    return this.recordedMembers.page(actor, id, groupId, query);
  }
}
