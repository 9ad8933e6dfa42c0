import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  isPermitted,
  type Language,
  paperColumns,
  paperColumnWords,
  paperFaultSentences,
  PaperForm,
  PaperTable,
  sentence,
} from '#contracts';
import { type PaperFault, PaperTableReader } from '#incoming';
import { DomainError } from '#kernel';
import { writeXlsx } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, languageOf } from '../http/request-context.js';
import { bytesOf, tableMediaTypes } from '../http/table-files.js';

/** In bytes: five hundred lines are 80 kB; a workbook with its styles is more. */
const fileLimit = 2_000_000;

/** A morning’s post as a table: read here, looked through in the page, registered line by line. */
@ApiTags('arrivals')
@Controller('paper-tables')
export class PaperTablesController {
  constructor(private readonly reader: PaperTableReader) {}

  @Put()
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, PaperTable, 'The lines of a CSV or Excel file with what is wrong in them; nothing is written')
  async read(@CurrentActor() actor: Actor, @Req() request: KnownRequest): Promise<PaperTable> {
    const { lines, faults } = await this.reader.execute(actor, bytesOf(request, fileLimit));
    const language = languageOf(request.headers['accept-language']);
    return {
      lines: lines.map((line) => ({ ...line, faults: line.faults.map((fault) => present(fault, language)) })),
      faults: faults.map((fault) => {
        const { column, message } = present(fault, language);
        return column === '' ? message : `${column}: ${message}`;
      }),
    };
  }

  @Get('form')
  @AnswersBytes()
  async form(
    @CurrentActor() actor: Actor,
    @Query({ schema: PaperForm }) { language }: PaperForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isPermitted(actor, 'arrival:receive')) {
      throw new DomainError('permission.denied');
    }
    const headers = paperColumns.map((column) => paperColumnWords[column][language]);
    const content = writeXlsx({ name: sheetName[language], headers, widths, rows: Readable.from([]) });
    await reply
      .header('content-type', tableMediaTypes.xlsx)
      .header('content-disposition', 'attachment; filename="van-ban-den-giay.xlsx"')
      .send(Readable.from(content));
  }
}

function present({ column, code, params }: PaperFault, language: Language): { column: string; message: string } {
  return {
    column: column === null ? '' : paperColumnWords[column][language],
    message: sentence(paperFaultSentences[code][language], params ?? {}),
  };
}

/** In the widths of a character, in the order of the columns. */
const widths = [32, 18, 14, 16, 50, 10, 14, 14];

const sheetName: Readonly<Record<Language, string>> = { vi: 'Văn bản giấy đến', en: 'Paper arrivals' };
