import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommentOnVersion as CommentBody,
  type Page,
  PageQuery,
  VersionPage,
  type VersionSummary,
  VersionView,
} from '#contracts';
import { CommentOnVersion, KeepVersion, VersionsQuery } from '#documents';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe, NumberPipe } from '../http/validation.js';

/** What a draft was at moments that were kept, and what was said about each. */
@ApiTags('versions')
@Controller('documents/:id/versions')
export class VersionsController {
  constructor(
    private readonly versions: VersionsQuery,
    private readonly keepVersion: KeepVersion,
    private readonly commentOnVersion: CommentOnVersion,
  ) {}

  @Get()
  @Answers(200, VersionPage, 'The versions of the document, the latest first')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<VersionSummary>> {
    return this.versions.page(actor, id, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, VersionView, 'The draft as it is now, kept')
  async keep(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<VersionView> {
    return this.versions.view(actor, id, await this.keepVersion.execute(actor, id));
  }

  @Get(':number')
  @Answers(200, VersionView, 'Fields and files as they were')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('number', NumberPipe) number: number,
  ): Promise<VersionView> {
    return this.versions.view(actor, id, number);
  }

  @Post(':number/comments')
  @HttpCode(204)
  @TakesIdempotencyKey()
  @AnswersNothing('Kept with the version; it stands among the opinions')
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('number', NumberPipe) versionNumber: number,
    @Body({ schema: CommentBody }) { text }: CommentBody,
  ): Promise<void> {
    await this.commentOnVersion.execute(actor, { documentId, versionNumber, text });
  }
}
