import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#contracts';
import { ExportTemplate } from '#documents';
import { AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { encodeRfc5987 } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The document as a Word file in the form of the decree, to be written on. */
@ApiTags('documents')
@OpenToClients()
@Controller('documents/:id/template')
export class DocumentTemplateController {
  constructor(private readonly exportTemplate: ExportTemplate) {}

  @Get()
  @AnswersBytes()
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { fileName, content } = await this.exportTemplate.execute(actor, id);
    await reply
      .header('content-type', wordDocument)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeRfc5987(fileName)}`)
      .header('cache-control', 'private, no-store')
      .send(content);
  }
}
