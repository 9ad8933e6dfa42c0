import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ArrivalView,
  AssigneeList,
  AssignWork as AssignBody,
  FindAssignees,
  FindWork,
  FinishWork,
  HandBackWork,
  type Page,
  type WorkItem,
  WorkPage,
} from '#contracts';
import { ArrivalQuery, AssigneesQuery, AssignWork, EndPart, MyWorkQuery, StartWork } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** The parts of the work on incoming documents, for whoever has them. */
@ApiTags('handling')
@Controller()
export class AssignmentsController {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly work: MyWorkQuery,
    private readonly assignees: AssigneesQuery,
    private readonly assignWork: AssignWork,
    private readonly startWork: StartWork,
    private readonly endPart: EndPart,
  ) {}

  @Get('my-work')
  @Answers(200, WorkPage, 'What you and your unit have to do of incoming documents, by its day')
  async mine(@CurrentActor() actor: Actor, @Query({ schema: FindWork }) query: FindWork): Promise<Page<WorkItem>> {
    return this.work.page(actor, query);
  }

  @Get('assignees')
  @Answers(200, AssigneeList, 'Units and people of your agency who can be given work, at most 50')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindAssignees }) { search }: FindAssignees,
  ): Promise<AssigneeList> {
    return this.assignees.of(actor, search);
  }

  @Post('assignments/:id/start')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'In process')
  async start(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ArrivalView> {
    return this.arrival.view(actor, await this.startWork.execute(actor, id));
  }

  @Post('assignments/:id/parts')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Given on within the unit')
  async assignOn(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: AssignBody }) body: AssignBody,
  ): Promise<ArrivalView> {
    return this.arrival.view(actor, await this.assignWork.assignOn(actor, id, body));
  }

  @Post('assignments/:id/finish')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'This part is done')
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: FinishWork }) { note }: FinishWork,
  ): Promise<ArrivalView> {
    return this.arrival.view(actor, await this.endPart.finish(actor, id, note));
  }

  @Post('assignments/:id/hand-back')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Back with whoever assigned it, with the reason')
  async handBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: HandBackWork }) { reason }: HandBackWork,
  ): Promise<ArrivalView> {
    return this.arrival.view(actor, await this.endPart.handBack(actor, id, reason));
  }
}
