import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '#audit';
import { type Actor, RenditionView } from '#contracts';
import { Renditions } from '#documents';
import { ArrivalQuery, RecordReading } from '#incoming';
import { FileStore } from '#platform';
import { Answers, AnswersBytes } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest, OpenToClients } from '../http/request-context.js';
import { sendAttachment } from '../http/send-attachment.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('arrivals')
@OpenToClients()
@Controller('arrivals/:id/attachments/:attachmentId/rendition')
export class ArrivalRenditionController {
  constructor(
    private readonly arrival: ArrivalQuery,
    private readonly renditions: Renditions,
    private readonly files: FileStore,
    private readonly audit: Audit,
    private readonly recordReading: RecordReading,
  ) {}

  @Get()
  @Answers(200, RenditionView, 'How it stands with the PDF of the file; whoever asks first has it made')
  async state(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) arrivalId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
  ): Promise<RenditionView> {
    return this.renditions.ask(await this.arrival.attachment(actor, arrivalId, attachmentId));
  }

  @Get('content')
  @AnswersBytes()
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) arrivalId: string,
    @Param('attachmentId', IdPipe) attachmentId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const original = await this.arrival.attachment(actor, arrivalId, attachmentId);
    await sendAttachment(request, reply, this.files, await this.renditions.made(original), async () => {
      await this.audit.record(actor, {
        action: 'arrival.file-opened',
        objectType: 'arrival',
        objectId: arrivalId,
        note: original.fileName,
        data: { rendition: 'pdf' },
      });
      await this.recordReading.execute(actor, arrivalId);
    });
  }
}
