import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ArrivalView,
  CorrectPaper as Corrected,
  FindIssuers,
  FindSamePaper,
  IssuerList,
  type IssuerView,
  NotePaper as Noted,
  RegisterPaper as Entered,
  type SameArrival,
  SameArrivalList,
} from '#contracts';
import { ArrivalQuery, CorrectPaper, NotePaper, PaperIssuers, RegisterPaper, SameArrivalsQuery } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** Documents that came on paper. */
@ApiTags('arrivals')
@OpenToClients()
@Controller()
export class PaperArrivalsController {
  constructor(
    private readonly registerPaper: RegisterPaper,
    private readonly correctPaper: CorrectPaper,
    private readonly notePaper: NotePaper,
    private readonly same: SameArrivalsQuery,
    private readonly issuers: PaperIssuers,
    private readonly arrival: ArrivalQuery,
  ) {}

  @Post('arrivals')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, ArrivalView, 'Registered from paper, with its arrival number')
  async register(@CurrentActor() actor: Actor, @Body({ schema: Entered }) entered: Entered): Promise<ArrivalView> {
    return this.arrival.view(actor, await this.registerPaper.execute(actor, entered));
  }

  @Get('same-arrivals')
  @Answers(200, SameArrivalList, 'What a paper that is being entered seems to be: the same symbol of the same issuer')
  async findSame(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindSamePaper }) query: FindSamePaper,
  ): Promise<{ items: SameArrival[] }> {
    return { items: await this.same.find(actor, query) };
  }

  @Get('paper-issuers')
  @Answers(200, IssuerList, 'Agencies, and bodies outside the directory that paper came from before')
  async findIssuers(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindIssuers }) query: FindIssuers,
  ): Promise<{ items: IssuerView[] }> {
    return { items: await this.issuers.find(actor, query) };
  }

  @Put('arrivals/:id/registration')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Corrected; the number stays, and the trail keeps what it said')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Corrected }) entered: Corrected,
  ): Promise<ArrivalView> {
    await this.correctPaper.execute(actor, id, entered);
    return this.arrival.view(actor, id);
  }

  @Post('arrivals/:id/paper')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'The paper of this electronic document has come: one entry, with paper in parallel')
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Noted }) { arrivedOn }: Noted,
  ): Promise<ArrivalView> {
    await this.notePaper.execute(actor, id, arrivedOn);
    return this.arrival.view(actor, id);
  }
}
