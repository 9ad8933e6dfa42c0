import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  ArrivalPage,
  type ArrivalSummary,
  ArrivalView,
  FindArrivals,
  type Page,
  RefuseArrival as RefuseBody,
} from '#contracts';
import { AcceptArrival, ArrivalQuery, ArrivalsQuery, CompleteArrival, OpenArrival, RefuseArrival } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals')
export class ArrivalsController {
  constructor(
    private readonly arrivals: ArrivalsQuery,
    private readonly arrival: ArrivalQuery,
    private readonly acceptArrival: AcceptArrival,
    private readonly refuseArrival: RefuseArrival,
    private readonly completeArrival: CompleteArrival,
    private readonly openArrival: OpenArrival,
  ) {}

  @Get()
  @Answers(200, ArrivalPage, 'Incoming documents of your agency, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindArrivals }) query: FindArrivals,
  ): Promise<Page<ArrivalSummary>> {
    return this.arrivals.page(actor, query);
  }

  @Get(':id')
  @Answers(200, ArrivalView, 'The incoming document')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ArrivalView> {
    return this.openArrival.execute(actor, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Registered, with its arrival number')
  async accept(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ArrivalView> {
    await this.acceptArrival.execute(actor, id);
    return this.arrival.view(actor, id);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Sent back with the reason')
  async refuse(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: RefuseBody }) body: RefuseBody,
  ): Promise<ArrivalView> {
    await this.refuseArrival.execute(actor, id, body.reason);
    return this.arrival.view(actor, id);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Completed and archived')
  async complete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ArrivalView> {
    await this.completeArrival.execute(actor, id);
    return this.arrival.view(actor, id);
  }
}
