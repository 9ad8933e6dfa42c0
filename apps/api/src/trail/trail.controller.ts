import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExportTrail, TrailQuery, TrailStateQuery } from '#audit';
import {
  type Actor,
  ExportTrail as ExportWish,
  FindTrail,
  type Page,
  TrailEntryDetails,
  type TrailEntryView,
  TrailPage,
  TrailState,
} from '#contracts';
import { Clock, dayOf } from '#kernel';
import { writeCsv, writeXlsx } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { columnWords, exportedCells, sheetName, widths } from './trail-export.presenter.js';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@ApiTags('trail')
@Controller('trail')
export class TrailController {
  constructor(
    private readonly trail: TrailQuery,
    private readonly state: TrailStateQuery,
    private readonly exportTrail: ExportTrail,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, TrailPage, 'What happened, newest first: in your agency, or everywhere for those who audit')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindTrail }) query: FindTrail,
  ): Promise<Page<TrailEntryView>> {
    return this.trail.page(actor, query);
  }

  @Get('state')
  @Answers(200, TrailState, 'How far the trail is sealed, and when it was last verified')
  async showState(@CurrentActor() actor: Actor): Promise<TrailState> {
    return this.state.find(actor);
  }

  @Get('export')
  @AnswersBytes()
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExportWish }) wish: ExportWish,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = exportedCells(await this.exportTrail.execute(actor, wish), wish.language);
    const headers = columnWords[wish.language];
    const content =
      wish.format === 'csv'
        ? writeCsv(headers, rows)
        : writeXlsx({ name: sheetName[wish.language], headers, widths, rows });
    await reply
      .header('content-type', mediaTypes[wish.format])
      .header('content-disposition', `attachment; filename="nhat-ky-${dayOf(this.clock.now())}.${wish.format}"`)
      .send(Readable.from(content));
  }

  @Get(':id')
  @Answers(200, TrailEntryDetails, 'One entry with its digests and its place in the chain')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<TrailEntryDetails> {
    return this.trail.details(actor, id);
  }
}
