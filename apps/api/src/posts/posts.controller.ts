import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ChangePost as Change,
  FindPostHolders,
  HandOverPost as HandOver,
  PersonView,
  PostHolderList,
  type PostHolderView,
} from '#contracts';
import { ChangePost, HandOverPost, PersonQuery, PostHoldersQuery } from '#identity';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('people')
@Controller('posts/:id')
export class PostsController {
  constructor(
    private readonly person: PersonQuery,
    private readonly changePost: ChangePost,
    private readonly handOverPost: HandOverPost,
    private readonly holders: PostHoldersQuery,
  ) {}

  @Put()
  @Answers(200, PersonView, 'The person with the changed post')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Change }) change: Change,
  ): Promise<PersonView> {
    return this.person.view(actor, await this.changePost.execute(actor, id, change));
  }

  @Post('handover')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, PersonView, 'The person whose post ends; its open work moves on the day')
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: HandOver }) handover: HandOver,
  ): Promise<PersonView> {
    return this.person.view(actor, await this.handOverPost.execute(actor, id, handover));
  }

  @Get('candidates')
  @Answers(200, PostHolderList, 'Who in the agency could take over the work of the post, or stand in for it')
  async candidates(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: FindPostHolders }) query: FindPostHolders,
  ): Promise<{ items: PostHolderView[] }> {
    return { items: await this.holders.of(actor, id, query) };
  }
}
