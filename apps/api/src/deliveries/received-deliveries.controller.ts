import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ReportDelivery as ReportBody } from '#contracts';
import { ReportDelivery } from '#exchange';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** For an agency’s own e-office system: what became there of a document that was delivered to it. */
@ApiTags('deliveries')
@OpenToClients()
@Controller('received-deliveries/:id/events')
export class ReceivedDeliveriesController {
  constructor(private readonly reportDelivery: ReportDelivery) {}

  @Post()
  @HttpCode(204)
  @AnswersNothing('Kept; the sender sees it. The same event again changes nothing')
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) deliveryId: string,
    @Body({ schema: ReportBody }) report: ReportBody,
  ): Promise<void> {
    await this.reportDelivery.execute(actor, deliveryId, report);
  }
}
