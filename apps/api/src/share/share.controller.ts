import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AgencySharePage,
  type AgencyShareView,
  ExchangePage,
  type ExchangeView,
  FindExchanges,
  FindShare,
  FindShareAgencies,
  type Page,
  ShareView,
} from '#contracts';
import { ExchangesQuery, ShareAgenciesQuery, ShareQuery } from '#metrics';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

@ApiTags('share')
@OpenToClients()
@Controller('share')
export class ShareController {
  constructor(
    private readonly share: ShareQuery,
    private readonly exchanges: ExchangesQuery,
    private readonly agencies: ShareAgenciesQuery,
  ) {}

  @Get()
  @Answers(200, ShareView, 'The electronic share of a year, by month, with its targets')
  async show(@CurrentActor() actor: Actor, @Query({ schema: FindShare }) query: FindShare): Promise<ShareView> {
    return this.share.view(actor, query);
  }

  @Get('exchanges')
  @Answers(200, ExchangePage, 'The exchanges behind a figure, newest first')
  async findExchanges(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindExchanges }) query: FindExchanges,
  ): Promise<Page<ExchangeView>> {
    return this.exchanges.page(actor, query);
  }

  @Get('agencies')
  @Answers(200, AgencySharePage, 'One indicator, agency by agency, in the order of their codes')
  async findAgencies(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindShareAgencies }) query: FindShareAgencies,
  ): Promise<Page<AgencyShareView>> {
    return this.agencies.page(actor, query);
  }
}
