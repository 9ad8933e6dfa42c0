import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type ArrivalCheck,
  ArrivalCheckList,
  ArrivalView,
  ForwardArrival as ForwardBody,
  JoinPaper as Joined,
} from '#contracts';
import { ArrivalChecksQuery, ArrivalQuery, ForwardArrival, JoinPaper } from '#incoming';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What a clerk looks at and does with what waits, beside accepting and refusing it. */
@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id')
export class ReceivingController {
  constructor(
    private readonly checks: ArrivalChecksQuery,
    private readonly forwardArrival: ForwardArrival,
    private readonly joinPaper: JoinPaper,
    private readonly arrival: ArrivalQuery,
  ) {}

  @Get('checks')
  @Answers(200, ArrivalCheckList, 'What the clerk looks at before accepting; the files are read and hashed for it')
  async check(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<{ items: ArrivalCheck[] }> {
    return { items: await this.checks.of(actor, id) };
  }

  @Post('forward')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'Refused here and sent on to the right agency; the sender sees both')
  async forward(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: ForwardBody }) wish: ForwardBody,
  ): Promise<ArrivalView> {
    await this.forwardArrival.execute(actor, id, wish);
    return this.arrival.view(actor, id);
  }

  @Post('join')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ArrivalView, 'The entry of its paper, which has it now: one entry, with paper in parallel')
  async join(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Joined }) { paperId }: Joined,
  ): Promise<ArrivalView> {
    await this.joinPaper.execute(actor, id, paperId);
    return this.arrival.view(actor, paperId);
  }
}
