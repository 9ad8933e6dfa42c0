import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  calendarColumns,
  calendarColumnWords,
  CalendarImport,
  ExportCalendar as ExportWish,
  ImportFile as ImportWish,
  type Language,
} from '#contracts';
import { ExportCalendar, ImportCalendar, PreviewCalendarImport } from '#directory';
import { writeCsv, writeXlsx } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, languageOf } from '../http/request-context.js';
import { bytesOf, tableMediaTypes } from '../http/table-files.js';
import { calendarCells, presentCalendarImport } from './calendar-files.presenter.js';

/** In bytes: ten years of special days are 30 kB; a workbook with its styles is more. */
const importLimit = 2_000_000;

@ApiTags('working-days')
@Controller('working-days')
export class CalendarFilesController {
  constructor(
    private readonly exportCalendar: ExportCalendar,
    private readonly previewImport: PreviewCalendarImport,
    private readonly importCalendar: ImportCalendar,
  ) {}

  @Get('export')
  @AnswersBytes()
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExportWish }) wish: ExportWish,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = Readable.from([calendarCells(await this.exportCalendar.execute(actor, wish), wish.language)]);
    const headers = calendarColumns.map((column) => calendarColumnWords[column][wish.language]);
    const content =
      wish.format === 'csv'
        ? writeCsv(headers, rows)
        : writeXlsx({ name: sheetName[wish.language], headers, widths, rows });
    await reply
      .header('content-type', tableMediaTypes[wish.format])
      .header('content-disposition', `attachment; filename="lich-lam-viec-${wish.year}.${wish.format}"`)
      .send(Readable.from(content));
  }

  @Put('import')
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, CalendarImport, 'What the file does, or would do, and everything that is wrong with it')
  async import(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportWish }) { plan }: ImportWish,
    @Req() request: KnownRequest,
  ): Promise<CalendarImport> {
    const content = bytesOf(request, importLimit);
    const outcome =
      plan === undefined
        ? await this.previewImport.execute(actor, content)
        : await this.importCalendar.execute(actor, { content, plan });
    return presentCalendarImport(outcome, languageOf(request.headers['accept-language']));
  }
}

/** In the widths of a character, in the order of the columns. */
const widths = [12, 12, 40, 50];

const sheetName: Readonly<Record<Language, string>> = { vi: 'Lịch làm việc', en: 'Working days' };
