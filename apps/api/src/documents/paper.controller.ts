import { Body, Controller, Get, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RecordUse } from '#audit';
import { type Actor, MarkHandover as Handover, PaperSlips } from '#contracts';
import { MarkHandover, PaperSlipsQuery } from '#exchange';
import { Answers, AnswersBytes, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { paperPdf } from './paper-pdf.js';

/** The paper of a sent document: envelopes, covering notes, and who took them. */
@ApiTags('documents')
@Controller('documents/:id')
export class PaperController {
  constructor(
    private readonly slips: PaperSlipsQuery,
    private readonly markHandover: MarkHandover,
    private readonly recordUse: RecordUse,
  ) {}

  @Get('paper')
  @Answers(200, PaperSlips, 'What goes along with the paper: an envelope and a covering note for each recipient')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PaperSlips> {
    return this.slips.of(actor, id);
  }

  @Get('paper/pdf')
  @AnswersBytes()
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const slips = await this.slips.of(actor, id);
    await this.recordUse.execute(actor, 'printed', 'document', id);
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', 'attachment; filename="phieu-gui.pdf"')
      .send(await paperPdf(slips));
  }

  @Put('deliveries/:deliveryId/handover')
  @HttpCode(204)
  @AnswersNothing('Marked as handed over')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('deliveryId', IdPipe) deliveryId: string,
    @Body({ schema: Handover }) handover: Handover,
  ): Promise<void> {
    await this.markHandover.execute(actor, { documentId, deliveryId, handover });
  }
}
