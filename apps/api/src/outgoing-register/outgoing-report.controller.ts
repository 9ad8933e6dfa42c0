import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, FindOutgoingReport, OutgoingReport } from '#contracts';
import { OutgoingReportQuery } from '#exchange';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('outgoing-register')
@Controller('outgoing-report')
export class OutgoingReportController {
  constructor(private readonly report: OutgoingReportQuery) {}

  @Get()
  @Answers(200, OutgoingReport, 'How what was issued in a period came about, by the unit of the drafters')
  async show(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindOutgoingReport }) query: FindOutgoingReport,
  ): Promise<OutgoingReport> {
    return this.report.of(actor, query);
  }
}
