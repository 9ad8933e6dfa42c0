import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  agencyColumns,
  agencyColumnWords,
  AgencyImport,
  ExportAgencies as ExportWish,
  ImportFile as ImportWish,
  type Language,
} from '#contracts';
import { ExportAgencies, ImportAgencies, PreviewImport } from '#directory';
import { Clock, dayOf } from '#kernel';
import { writeCsv, writeXlsx } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { bytesOf, tableMediaTypes } from '../http/table-files.js';
import { CurrentActor, type KnownRequest, languageOf } from '../http/request-context.js';
import { exportedCells, presentImport } from './agency-files.presenter.js';

/** In bytes: 120,000 agencies are 15 MB of CSV. */
const importLimit = 20_000_000;

@ApiTags('agencies')
@Controller('agencies')
export class AgencyFilesController {
  constructor(
    private readonly exportAgencies: ExportAgencies,
    private readonly previewImport: PreviewImport,
    private readonly importAgencies: ImportAgencies,
    private readonly clock: Clock,
  ) {}

  @Get('export')
  @AnswersBytes()
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: ExportWish }) wish: ExportWish,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pages = exportedCells(await this.exportAgencies.execute(actor, wish), wish.language);
    const headers = agencyColumns.map((column) => agencyColumnWords[column][wish.language]);
    const content =
      wish.format === 'csv'
        ? writeCsv(headers, pages)
        : writeXlsx({ name: sheetName[wish.language], headers, widths, rows: pages });
    await reply
      .header('content-type', tableMediaTypes[wish.format])
      .header('content-disposition', `attachment; filename="co-quan-${dayOf(this.clock.now())}.${wish.format}"`)
      .send(Readable.from(content));
  }

  @Put('import')
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, AgencyImport, 'What the file does, or would do, and everything that is wrong with it')
  async import(
    @CurrentActor() actor: Actor,
    @Query({ schema: ImportWish }) { plan }: ImportWish,
    @Req() request: KnownRequest,
  ): Promise<AgencyImport> {
    const content = bytesOf(request, importLimit);
    const outcome =
      plan === undefined
        ? await this.previewImport.execute(actor, content)
        : await this.importAgencies.execute(actor, { content, plan });
    return presentImport(outcome, languageOf(request.headers['accept-language']));
  }
}

/** In the widths of a character, in the order of the columns. */
const widths = [18, 22, 48, 16, 22, 22, 40, 28, 18, 12, 12];

const sheetName: Readonly<Record<Language, string>> = { vi: 'Cơ quan', en: 'Agencies' };
