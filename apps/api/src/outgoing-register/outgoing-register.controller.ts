import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  CancelNumber as Cancellation,
  DocumentView,
  ExportRegister as ExportWish,
  FindRegister,
  type Page,
  PrintRegister,
  type RegisterEntry,
  RegisterPage,
  ReservedNumber,
  ReserveNumber as Reservation,
  UseNumber,
} from '#contracts';
import { CancelNumber, DocumentQuery, IssueDocument, ReserveNumber } from '#documents';
import { ExportRegister, OutgoingRegisterQuery } from '#exchange';
import { Answers, AnswersBytes, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { bookFormats } from '../registers/book-files.js';
import { outgoingBook } from './register-book.presenter.js';

@ApiTags('outgoing register')
@Controller('outgoing-register')
export class OutgoingRegisterController {
  constructor(
    private readonly register: OutgoingRegisterQuery,
    private readonly exportRegister: ExportRegister,
    private readonly reserveNumber: ReserveNumber,
    private readonly cancelNumber: CancelNumber,
    private readonly issueDocument: IssueDocument,
    private readonly document: DocumentQuery,
  ) {}

  @Get()
  @Answers(200, RegisterPage, 'The register of a year, the latest number first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindRegister }) query: FindRegister,
  ): Promise<Page<RegisterEntry>> {
    return this.register.page(actor, query);
  }

  @Get('export')
  @AnswersBytes()
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExportWish }) wish: ExportWish,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const book = await this.exportRegister.execute(actor, wish);
    const { mediaType, write } = bookFormats[wish.format];
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename="so-van-ban-di-${book.year}.${wish.format}"`)
      .send(Readable.from(write(outgoingBook(book))));
  }

  @Post('prints')
  @HttpCode(204)
  @AnswersNothing('On record as printed')
  async recordPrint(
    @CurrentActor() actor: Actor,
    @Body({ schema: PrintRegister }) print: PrintRegister,
  ): Promise<void> {
    await this.exportRegister.recordPrint(actor, print);
  }

  @Post('reservations')
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, ReservedNumber, 'The next number is held')
  async reserve(
    @CurrentActor() actor: Actor,
    @Body({ schema: Reservation }) reservation: Reservation,
  ): Promise<ReservedNumber> {
    return this.reserveNumber.execute(actor, reservation);
  }

  @Post('entries/:id/use')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, DocumentView, 'Issued with the number that was held')
  async use(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: UseNumber }) { documentId }: UseNumber,
  ): Promise<DocumentView> {
    await this.issueDocument.execute(actor, documentId, id);
    return this.document.view(actor, documentId);
  }

  @Post('entries/:id/cancel')
  @HttpCode(204)
  @TakesIdempotencyKey()
  @AnswersNothing('Cancelled; the number stays in the register with its reason')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body({ schema: Cancellation }) { reason }: Cancellation,
  ): Promise<void> {
    await this.cancelNumber.execute(actor, id, reason);
  }
}
