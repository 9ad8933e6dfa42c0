import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, FindPlans, type Page, PlanPage, type PlanSummary, PlanView, WritePlan } from '#contracts';
import { CancelPlan, DraftPlan, EditPlan, PlanQuery, PlansQuery } from '#reorganisation';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, languageOf } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { planVersionOf } from './plan-version.js';

const seen = { name: 'If-Match', required: true, description: 'The version that was seen' };

/** Plans that change the agencies on one day. */
@ApiTags('reorganisation')
@Controller('reorganisation-plans')
export class ReorganisationPlansController {
  constructor(
    private readonly plans: PlansQuery,
    private readonly plan: PlanQuery,
    private readonly draftPlan: DraftPlan,
    private readonly editPlan: EditPlan,
    private readonly cancelPlan: CancelPlan,
  ) {}

  @Get()
  @Answers(200, PlanPage, 'Plans, newest first')
  async find(@CurrentActor() actor: Actor, @Query({ schema: FindPlans }) query: FindPlans): Promise<Page<PlanSummary>> {
    return this.plans.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, PlanView, 'The new draft')
  async draft(
    @CurrentActor() actor: Actor,
    @Headers('accept-language') language: string | undefined,
    @Body({ schema: WritePlan }) body: WritePlan,
  ): Promise<PlanView> {
    return this.plan.view(actor, await this.draftPlan.execute(actor, body), languageOf(language));
  }

  @Get(':id')
  @Answers(200, PlanView, 'The plan; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanView> {
    const view = await this.plan.view(actor, id, languageOf(language));
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put(':id')
  @ApiHeader(seen)
  @Answers(200, PlanView, 'The edited draft')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) planId: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Body({ schema: WritePlan }) plan: WritePlan,
  ): Promise<PlanView> {
    await this.editPlan.execute(actor, { planId, version: planVersionOf(headers['if-match']), plan });
    return this.plan.view(actor, planId, languageOf(headers['accept-language']));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @ApiHeader(seen)
  @Answers(200, PlanView, 'Given up; nothing of it happens')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers() headers: Readonly<Record<string, string | undefined>>,
  ): Promise<PlanView> {
    await this.cancelPlan.execute(actor, id, planVersionOf(headers['if-match']));
    return this.plan.view(actor, id, languageOf(headers['accept-language']));
  }
}
