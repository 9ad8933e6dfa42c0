import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ArrivalComparison, ArrivalView, DecideRequest as Decision } from '#contracts';
import { ArrivalComparisonQuery, ArrivalQuery, DecideRequest } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What senders ask about documents that arrived: to give back, to update, to replace. */
@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id')
export class ArrivalRequestsController {
  constructor(
    private readonly decideRequest: DecideRequest,
    private readonly comparison: ArrivalComparisonQuery,
    private readonly arrival: ArrivalQuery,
  ) {}

  @Post('requests/:requestId/decision')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Agreed to, or not; the sender sees it')
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('requestId', IdPipe) requestId: string,
    @Body({ schema: Decision }) decision: Decision,
  ): Promise<ArrivalView> {
    await this.decideRequest.execute(actor, id, requestId, decision);
    return this.arrival.view(actor, id);
  }

  @Get('comparison/:earlierId')
  @Answers(200, ArrivalComparison, 'What this document changes of the one that it updates or replaces')
  async compare(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('earlierId', IdPipe) earlierId: string,
  ): Promise<ArrivalComparison> {
    return this.comparison.of(actor, id, earlierId);
  }
}
