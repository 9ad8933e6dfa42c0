import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AgreeDocument as AgreeBody,
  DocumentView,
  GiveBackDocument as GiveBackBody,
  OpinionPage,
  type OpinionView,
  type Page,
  PageQuery,
} from '#contracts';
import { AgreeToDocument, CallBackDocument, DocumentQuery, GiveBackDocument, OpinionsQuery } from '#documents';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** The way of a draft through its reviewers, who are people: agreed to, given back or called back. */
@ApiTags('reviews')
@Controller('documents/:id')
export class ReviewController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly agreeToDocument: AgreeToDocument,
    private readonly giveBackDocument: GiveBackDocument,
    private readonly callBackDocument: CallBackDocument,
    private readonly opinions: OpinionsQuery,
  ) {}

  @Post('agree')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Agreed to; from the last reviewer it goes to the signer')
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: AgreeBody }) body: AgreeBody,
  ): Promise<DocumentView> {
    await this.agreeToDocument.execute(actor, id, body.opinion);
    return this.document.view(actor, id);
  }

  @Post('give-back')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Given back to its drafter; the round is closed')
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: GiveBackBody }) body: GiveBackBody,
  ): Promise<DocumentView> {
    await this.giveBackDocument.execute(actor, id, body.opinion);
    return this.document.view(actor, id);
  }

  @Post('call-back')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'A draft again; the round is closed')
  async callBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DocumentView> {
    await this.callBackDocument.execute(actor, id);
    return this.document.view(actor, id);
  }

  @Get('opinions')
  @Answers(200, OpinionPage, 'Everything that was said about the document, the latest first')
  async findOpinions(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<OpinionView>> {
    return this.opinions.page(actor, id, query);
  }
}
