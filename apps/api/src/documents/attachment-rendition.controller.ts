import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '#audit';
import { type Actor, RenditionView } from '#contracts';
import { DocumentQuery, Renditions } from '#documents';
import { FileStore } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';
import { sendAttachment } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('attachments')
@OpenToClients()
@Controller('documents/:id/attachments/:attachmentId/rendition')
export class AttachmentRenditionController {
  constructor(
    private readonly document: DocumentQuery,
    private readonly renditions: Renditions,
    private readonly files: FileStore,
    private readonly audit: Audit,
  ) {}

  @Get()
  @Answers(200, RenditionView, 'How it stands with the PDF of the file; whoever asks first has it made')
  async state(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
  ): Promise<RenditionView> {
    return this.renditions.ask(await this.document.attachment(actor, documentId, attachmentId));
  }

  @Get('content')
  @AnswersBytes()
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const original = await this.document.attachment(actor, documentId, attachmentId);
    await sendAttachment(request, reply, this.files, await this.renditions.made(original), () =>
      this.audit.record(actor, {
        action: 'document.file-opened',
        objectType: 'document',
        objectId: documentId,
        note: original.fileName,
        data: { rendition: 'pdf' },
      }),
    );
  }
}
