import { Body, Controller, Headers, Param, Put } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type Actor, DocumentView, OrderAttachments as Order } from '#contracts';
import { DocumentQuery, OrderAttachments } from '#documents';
import { Answers } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('attachments')
@OpenToClients()
@Controller('documents/:id/attachment-order')
export class AttachmentOrderController {
  constructor(
    private readonly orderAttachments: OrderAttachments,
    private readonly document: DocumentQuery,
  ) {}

  @Put()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the order was made on' })
  @Answers(200, DocumentView, 'The draft with its files in this order; the first is the main text')
  async order(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Order }) { attachmentIds }: Order,
  ): Promise<DocumentView> {
    await this.orderAttachments.execute(actor, { documentId, version: versionOf(ifMatch), attachmentIds });
    return this.document.view(actor, documentId);
  }
}
