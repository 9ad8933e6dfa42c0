import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { ArrivalQuery, RecordReading } from '#incoming';
import { FileStore } from '#platform';
import { AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';
import { sendAttachment } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id/attachments/:attachmentId')
export class ArrivalFilesController {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly recordReading: RecordReading,
  ) {}

  @Get('content')
  @AnswersBytes()
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) arrivalId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.arrival.attachment(actor, arrivalId, attachmentId);
    await sendAttachment(request, reply, this.files, attachment, async () => {
      await this.audit.record(actor, {
        action: 'arrival.file-opened',
        objectType: 'arrival',
        objectId: arrivalId,
        note: attachment.fileName,
      });
      await this.recordReading.execute(actor, arrivalId);
    });
  }
}
