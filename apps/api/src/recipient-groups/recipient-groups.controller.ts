import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  EditRecipientGroup as Fields,
  FindRecipientGroups,
  NewRecipientGroup,
  type Page,
  RecipientGroupPage,
  RecipientGroupView,
} from '#contracts';
import { CreateRecipientGroup, DeleteRecipientGroup, EditRecipientGroup, RecipientGroupsQuery } from '#directory';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('recipient-groups')
@Controller('recipient-groups')
export class RecipientGroupsController {
  constructor(
    private readonly groups: RecipientGroupsQuery,
    private readonly createGroup: CreateRecipientGroup,
    private readonly editGroup: EditRecipientGroup,
    private readonly deleteGroup: DeleteRecipientGroup,
  ) {}

  @Get()
  @Answers(200, RecipientGroupPage, 'Groups that your agency can send to, by name')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindRecipientGroups }) query: FindRecipientGroups,
  ): Promise<Page<RecipientGroupView>> {
    return this.groups.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, RecipientGroupView, 'The new group')
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewRecipientGroup }) wish: NewRecipientGroup,
  ): Promise<RecipientGroupView> {
    return this.groups.view(actor, await this.createGroup.execute(actor, wish));
  }

  @Get(':id')
  @Answers(200, RecipientGroupView, 'The group; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecipientGroupView> {
    const view = await this.groups.view(actor, id);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, RecipientGroupView, 'The edited group')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) groupId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Fields }) fields: Fields,
  ): Promise<RecipientGroupView> {
    await this.editGroup.execute(actor, { groupId, version: versionOf(ifMatch), fields });
    return this.groups.view(actor, groupId);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing('Deleted; what was sent to it keeps its record')
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.deleteGroup.execute(actor, id);
  }
}
