import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, FindLateDeliveries, LateCounts, type LateDelivery, LateDeliveryPage, type Page } from '#contracts';
import { LateDeliveriesQuery } from '#exchange';
import { Answers } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

@ApiTags('deliveries')
@OpenToClients()
@Controller('late-deliveries')
export class LateDeliveriesController {
  constructor(private readonly late: LateDeliveriesQuery) {}

  @Get()
  @Answers(200, LateDeliveryPage, 'Whom your agency waits for too long, the longest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindLateDeliveries }) query: FindLateDeliveries,
  ): Promise<Page<LateDelivery>> {
    return this.late.page(actor, query);
  }

  @Get('counts')
  @Answers(200, LateCounts, 'Who is late, and with how much')
  async counts(@CurrentActor() actor: Actor): Promise<LateCounts> {
    return this.late.counts(actor);
  }
}
