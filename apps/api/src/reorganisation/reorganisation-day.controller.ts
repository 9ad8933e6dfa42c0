import { Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  FindPlanPosts,
  type Page,
  PageQuery,
  type PlanChange,
  PlanChangePage,
  PlanCheck,
  type PlanPost,
  PlanPostPage,
  PlanView,
} from '#contracts';
import { ApplyPlan, PlanCheckQuery, PlanPostsQuery, PlanQuery, SchedulePlan } from '#reorganisation';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, languageOf } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { planVersionOf } from './plan-version.js';

const seen = { name: 'If-Match', required: true, description: 'The version that was seen' };

/** What a plan would change, and the way to its day. */
@ApiTags('reorganisation')
@Controller('reorganisation-plans/:id')
export class ReorganisationDayController {
  constructor(
    private readonly plan: PlanQuery,
    private readonly checks: PlanCheckQuery,
    private readonly posts: PlanPostsQuery,
    private readonly schedulePlan: SchedulePlan,
    private readonly applyPlan: ApplyPlan,
  ) {}

  @Get('check')
  @Answers(200, PlanCheck, 'Faults that keep it from taking effect, and warnings')
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<PlanCheck> {
    return this.checks.check(actor, id, languageOf(language));
  }

  @Get('changes')
  @Answers(200, PlanChangePage, 'What happens to each agency, in the order of their codes')
  async findChanges(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<PlanChange>> {
    return this.checks.changes(actor, id, query);
  }

  @Get('posts')
  @Answers(200, PlanPostPage, 'Whose posts end, and where they go on')
  async findPosts(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query({ schema: FindPlanPosts }) query: FindPlanPosts,
  ): Promise<Page<PlanPost>> {
    return this.posts.page(actor, id, query);
  }

  @Post('schedule')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @ApiHeader(seen)
  @Answers(200, PlanView, 'It takes effect at 00:00 of its day, in Vietnam')
  async schedule(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
  ): Promise<PlanView> {
    await this.schedulePlan.execute(actor, id, planVersionOf(headers['if-match']));
    return this.plan.view(actor, id, languageOf(headers['accept-language']));
  }

  @Post('apply')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @ApiHeader(seen)
  @Answers(200, PlanView, 'In effect from now on')
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
  ): Promise<PlanView> {
    await this.applyPlan.execute(actor, id, planVersionOf(headers['if-match']));
    return this.plan.view(actor, id, languageOf(headers['accept-language']));
  }
}
