import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  ExportIncomingRegister as ExportWish,
  FindHandlingReport,
  FindIncomingEntries,
  HandlingReport,
  type IncomingEntry,
  IncomingEntryPage,
  type Page,
  PrintIncomingRegister,
} from '#contracts';
import { ExportIncomingRegister, HandlingReportQuery, IncomingRegisterQuery } from '#incoming';
import { Answers, AnswersBytes, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { bookFormats } from '../registers/book-files.js';
import { incomingBook } from './incoming-book.presenter.js';

const fileNames = { register: 'so-van-ban-den', 'follow-up': 'so-theo-doi-giai-quyet-van-ban-den' } as const;

@ApiTags('incoming register')
@Controller()
export class IncomingRegisterController {
  constructor(
    private readonly register: IncomingRegisterQuery,
    private readonly exportRegister: ExportIncomingRegister,
    private readonly report: HandlingReportQuery,
  ) {}

  @Get('incoming-register')
  @Answers(200, IncomingEntryPage, 'The register of a year, the latest number first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindIncomingEntries }) query: FindIncomingEntries,
  ): Promise<Page<IncomingEntry>> {
    return this.register.page(actor, query);
  }

  @Get('handling-report')
  @Answers(200, HandlingReport, 'How what arrived in a period is handled, by the unit that leads')
  async handling(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindHandlingReport }) query: FindHandlingReport,
  ): Promise<HandlingReport> {
    return this.report.of(actor, query);
  }

  @Get('incoming-register/export')
  @AnswersBytes()
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExportWish }) wish: ExportWish,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const book = await this.exportRegister.execute(actor, wish);
    const { mediaType, write } = bookFormats[wish.format];
    const name = `${fileNames[wish.book]}-${book.year}.${wish.format}`;
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(Readable.from(write(incomingBook(wish.book, book))));
  }

  @Post('incoming-register/prints')
  @HttpCode(204)
  @AnswersNothing('On record as printed')
  async recordPrint(
    @CurrentActor() actor: Actor,
    @Body({ schema: PrintIncomingRegister }) print: PrintIncomingRegister,
  ): Promise<void> {
    await this.exportRegister.recordPrint(actor, print);
  }
}
