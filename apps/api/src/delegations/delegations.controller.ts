import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Delegate as Wish, DelegationList, type DelegationView } from '#contracts';
import { Delegate, DelegationsQuery, RevokeDelegation } from '#identity';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('people')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsQuery,
    private readonly delegate: Delegate,
    private readonly revokeDelegation: RevokeDelegation,
  ) {}

  @Get()
  @Answers(200, DelegationList, 'Who stands in for you, and for whom you stand in, the latest first')
  async own(@CurrentActor() actor: Actor): Promise<{ items: DelegationView[] }> {
    return { items: await this.delegations.own(actor) };
  }

  @Post()
  @HttpCode(204)
  @TakesIdempotencyKey()
  @AnswersNothing('During the absence another post keeps the desk')
  async make(@CurrentActor() actor: Actor, @Body({ schema: Wish }) wish: Wish): Promise<void> {
    await this.delegate.execute(actor, wish);
  }

  @Post(':id/revoke')
  @HttpCode(204)
  @AnswersNothing('Taken back, from the next request on')
  async revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.revokeDelegation.execute(actor, id);
  }
}
