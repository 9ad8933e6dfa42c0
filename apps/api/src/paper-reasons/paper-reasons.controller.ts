import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, EditPaperReason as Fields, NewPaperReason, PaperReasonItem, PaperReasonList } from '#contracts';
import { AddPaperReason, EditPaperReason, PaperReasonsQuery } from '#directory';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';

/** Why a recipient gets paper: a list that the system administrator keeps and drafters choose from. */
@ApiTags('paper-reasons')
@Controller('paper-reasons')
export class PaperReasonsController {
  constructor(
    private readonly reasons: PaperReasonsQuery,
    private readonly addReason: AddPaperReason,
    private readonly editReason: EditPaperReason,
  ) {}

  @Get()
  @OpenToClients()
  @Answers(200, PaperReasonList, 'The reasons in their order, those out of use last')
  async list(): Promise<{ items: PaperReasonItem[] }> {
    return { items: await this.reasons.all() };
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, PaperReasonItem, 'The new reason')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewPaperReason }) wish: NewPaperReason,
  ): Promise<PaperReasonItem> {
    return this.reasons.view(await this.addReason.execute(actor, wish));
  }

  @Put(':code')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, PaperReasonItem, 'The edited reason')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Fields }) fields: Fields,
  ): Promise<PaperReasonItem> {
    await this.editReason.execute(actor, { code, version: versionOf(ifMatch), fields });
    return this.reasons.view(code);
  }
}
