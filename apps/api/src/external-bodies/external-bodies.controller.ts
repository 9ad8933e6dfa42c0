import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ExternalBodyList, type ExternalBodyView, FindExternalBodies } from '#contracts';
import { ExternalBodiesQuery } from '#documents';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('documents')
@Controller('external-bodies')
export class ExternalBodiesController {
  constructor(private readonly bodies: ExternalBodiesQuery) {}

  @Get()
  @Answers(200, ExternalBodyList, 'Bodies outside the system that your agency wrote to, the latest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindExternalBodies }) query: FindExternalBodies,
  ): Promise<{ items: ExternalBodyView[] }> {
    return { items: await this.bodies.find(actor, query) };
  }
}
