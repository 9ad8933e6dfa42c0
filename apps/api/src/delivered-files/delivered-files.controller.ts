import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audit } from '#audit';
import { FetchDeliveredFile } from '#contracts';
import { DeliveredFileQuery } from '#exchange';
import { FileStore } from '#platform';
import { AnswersBytes } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';
import { sendAttachment } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

/** The files of a delivery to another system: the link that its message carried is the key. */
@ApiTags('delivered files')
@Public()
@Controller('delivered-files/:fileId')
export class DeliveredFilesController {
  constructor(
    private readonly delivered: DeliveredFileQuery,
    private readonly files: FileStore,
    private readonly audit: Audit,
  ) {}

  @Get()
  @AnswersBytes()
  async content(
    @Param('fileId', IdPipe) fileId: string,
    @Query({ schema: FetchDeliveredFile }) { key }: FetchDeliveredFile,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, deliveryId, documentId, senderId, recipientName } = await this.delivered.find(key, fileId);
    await sendAttachment(request, reply, this.files, file, () =>
      this.audit.record(null, {
        action: 'document.file-fetched',
        objectType: 'document',
        objectId: documentId,
        agencyId: senderId,
        note: `${recipientName}: ${file.fileName}`,
        data: { deliveryId },
      }),
    );
  }
}
