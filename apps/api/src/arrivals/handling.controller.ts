import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ArrivalView,
  AssignmentSuggestions,
  AssignWork as AssignBody,
  CommentArrival as CommentBody,
  SubmitArrival as SubmitBody,
} from '#contracts';
import { ArrivalQuery, AssignmentSuggestionsQuery, AssignWork, CommentArrival, SubmitArrival } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** From the register to whoever works on it. */
@ApiTags('handling')
@Controller('arrivals')
export class HandlingController {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly suggestions: AssignmentSuggestionsQuery,
    private readonly submitArrival: SubmitArrival,
    private readonly assignWork: AssignWork,
    private readonly commentArrival: CommentArrival,
  ) {}

  @Post(':id/submit')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Submitted to the leader, who distributes it')
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: SubmitBody }) { toPostId }: SubmitBody,
  ): Promise<ArrivalView> {
    await this.submitArrival.execute(actor, id, toPostId);
    return this.arrival.view(actor, id);
  }

  @Get(':id/assignment-suggestions')
  @Answers(200, AssignmentSuggestions, 'Who led the work on what came from this issuer before, counted')
  async suggest(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AssignmentSuggestions> {
    return this.suggestions.for(actor, id);
  }

  @Post(':id/assignments')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Assigned to these; who is not named any more is released')
  async assign(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: AssignBody }) body: AssignBody,
  ): Promise<ArrivalView> {
    await this.assignWork.execute(actor, id, body);
    return this.arrival.view(actor, id);
  }

  @Post(':id/comments')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'With the opinion on its timeline')
  async comment(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: CommentBody }) { opinion }: CommentBody,
  ): Promise<ArrivalView> {
    await this.commentArrival.execute(actor, id, opinion);
    return this.arrival.view(actor, id);
  }
}
