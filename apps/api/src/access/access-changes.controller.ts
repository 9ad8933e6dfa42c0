import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ColleaguesQuery } from '#access';
import {
  type Actor,
  ColleaguePage,
  type ColleagueView,
  FindColleagues,
  type Page,
  PageQuery,
  UnconfirmedAccessPage,
  type UnconfirmedAccessView,
} from '#contracts';
import { UnconfirmedAccessQuery } from '#incoming';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('access')
@Controller()
export class AccessChangesController {
  constructor(
    private readonly unconfirmed: UnconfirmedAccessQuery,
    private readonly colleagues: ColleaguesQuery,
  ) {}

  @Get('access-changes')
  @Answers(200, UnconfirmedAccessPage, 'Changes of rights in your agency that nobody confirmed yet, the latest first')
  async findUnconfirmed(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<UnconfirmedAccessView>> {
    return this.unconfirmed.page(actor, query);
  }

  @Get('colleagues')
  @Answers(200, ColleaguePage, 'People of your agency whose rights on a document can be changed')
  async findColleagues(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindColleagues }) query: FindColleagues,
  ): Promise<Page<ColleagueView>> {
    return this.colleagues.page(actor, query);
  }
}
