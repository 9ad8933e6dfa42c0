import { Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '#audit';
import { type Actor, AttachmentView, UploadAttachment } from '#contracts';
import { AttachFile, DocumentQuery, RemoveAttachment } from '#documents';
import { DomainError, fileSizeInWords } from '#kernel';
import { Config, FileStore } from '#platform';
import { Answers, AnswersBytes, AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';
import { sendAttachment } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('attachments')
@OpenToClients()
@Controller('documents/:id/attachments/:attachmentId')
export class AttachmentsController {
  constructor(
    private readonly attachFile: AttachFile,
    private readonly removeAttachment: RemoveAttachment,
    private readonly document: DocumentQuery,
    private readonly files: FileStore,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  @Put()
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, AttachmentView, 'Attached; the id is the client’s own, so a repeat is the same attachment')
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Query({ schema: UploadAttachment }) { fileName }: UploadAttachment,
    @Req() request: KnownRequest,
  ): Promise<AttachmentView> {
    if (request.headers['content-type'] !== 'application/octet-stream') {
      throw new DomainError('request.unsupported-media-type');
    }
    if (Number(request.headers['content-length'] ?? 0) > this.config.uploadMaxBytes) {
      throw new DomainError('attachment.too-large', { maxSize: fileSizeInWords(this.config.uploadMaxBytes) });
    }
    return this.attachFile.execute(actor, { documentId, attachmentId, fileName, content: request.raw });
  }

  @Delete()
  @HttpCode(204)
  @AnswersNothing('Taken off the draft')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
  ): Promise<void> {
    await this.removeAttachment.execute(actor, documentId, attachmentId);
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
    const attachment = await this.document.attachment(actor, documentId, attachmentId);
    await sendAttachment(request, reply, this.files, attachment, () =>
      this.audit.record(actor, {
        action: 'document.file-opened',
        objectType: 'document',
        objectId: documentId,
        note: attachment.fileName,
      }),
    );
  }
}
