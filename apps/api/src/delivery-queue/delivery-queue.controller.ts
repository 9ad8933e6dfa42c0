import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, DeliveryQueueView, PauseDelivery, RetriedJobs } from '#contracts';
import { DeliveryQueueQuery, PauseDeliveries, ResumeDeliveries, RetryFailedJobs } from '#exchange';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

/** What waits, runs and fails, and what holds it back. */
@ApiTags('deliveries')
@Controller('delivery-queue')
export class DeliveryQueueController {
  constructor(
    private readonly queue: DeliveryQueueQuery,
    private readonly pauseDeliveries: PauseDeliveries,
    private readonly resumeDeliveries: ResumeDeliveries,
    private readonly retryJobs: RetryFailedJobs,
  ) {}

  @Get()
  @Answers(200, DeliveryQueueView, 'What waits, runs and fails at this moment')
  async show(@CurrentActor() actor: Actor): Promise<DeliveryQueueView> {
    return this.queue.view(actor);
  }

  @Post('pauses')
  @HttpCode(201)
  @Answers(201, DeliveryQueueView, 'Held back: nothing of it is tried until it is resumed')
  async pause(
    @CurrentActor() actor: Actor,
    @Body({ schema: PauseDelivery }) wish: PauseDelivery,
  ): Promise<DeliveryQueueView> {
    await this.pauseDeliveries.execute(actor, wish);
    return this.queue.view(actor);
  }

  @Delete('pauses/:id')
  @Answers(200, DeliveryQueueView, 'What was held back goes on, the most urgent first')
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DeliveryQueueView> {
    await this.resumeDeliveries.execute(actor, id);
    return this.queue.view(actor);
  }

  @Post('failed-jobs/retry')
  @HttpCode(200)
  @Answers(200, RetriedJobs, 'All background work that failed is run again')
  async retryAll(@CurrentActor() actor: Actor): Promise<RetriedJobs> {
    return { count: await this.retryJobs.execute(actor, 'all') };
  }

  @Post('failed-jobs/:id/retry')
  @HttpCode(200)
  @Answers(200, RetriedJobs, 'The job is run again')
  async retry(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RetriedJobs> {
    return { count: await this.retryJobs.execute(actor, id) };
  }
}
