import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type DeliveryInAttention,
  DeliveryInAttentionPage,
  DeliveryInAttentionView,
  FindDeliveriesInAttention,
  GiveUpDelivery as GiveUpBody,
  type Page,
  RetriedDeliveries,
  RetryDelivery,
  SendOtherWay,
} from '#contracts';
import { DeliveriesInAttentionQuery, GiveUpDelivery, RetryDeliveries, SendByOtherChannel } from '#exchange';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('deliveries')
@Controller('deliveries-in-attention')
export class DeliveriesInAttentionController {
  constructor(
    private readonly deliveries: DeliveriesInAttentionQuery,
    private readonly retryDeliveries: RetryDeliveries,
    private readonly otherChannel: SendByOtherChannel,
    private readonly giveUpDelivery: GiveUpDelivery,
  ) {}

  @Get()
  @Answers(200, DeliveryInAttentionPage, 'Deliveries that need somebody, the newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindDeliveriesInAttention }) query: FindDeliveriesInAttention,
  ): Promise<Page<DeliveryInAttention>> {
    return this.deliveries.page(actor, query);
  }

  @Get(':id')
  @Answers(200, DeliveryInAttentionView, 'What it carries, how it was tried, and what can be done')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DeliveryInAttentionView> {
    return this.deliveries.view(actor, id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Answers(200, RetriedDeliveries, 'How many are tried again')
  async retry(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) deliveryId: string,
    @Body({ schema: RetryDelivery }) { allAlike }: RetryDelivery,
  ): Promise<RetriedDeliveries> {
    return { count: await this.retryDeliveries.execute(actor, { deliveryId, allAlike }) };
  }

  @Post(':id/send-other-way')
  @HttpCode(204)
  @AnswersNothing('On its way by the other channel')
  async sendOtherWay(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) deliveryId: string,
    @Body({ schema: SendOtherWay }) way: SendOtherWay,
  ): Promise<void> {
    await this.otherChannel.execute(actor, { deliveryId, ...way });
  }

  @Post(':id/give-up')
  @HttpCode(204)
  @AnswersNothing('Not sent any more; everything is kept')
  async giveUp(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) deliveryId: string,
    @Body({ schema: GiveUpBody }) { reason }: GiveUpBody,
  ): Promise<void> {
    await this.giveUpDelivery.execute(actor, deliveryId, reason);
  }
}
