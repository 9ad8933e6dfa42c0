import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RecordUse } from '#audit';
import {
  type Actor,
  DocumentPage,
  type DocumentSummary,
  DocumentView,
  DraftDocument as Draft,
  FindDocuments,
  type Page,
} from '#contracts';
import { DocumentQuery, DraftDocument, EditDocument, ReadNotice } from '#documents';
import { OutgoingDocumentsQuery } from '#exchange';
import { Answers, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor, OpenToClients } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('documents')
@OpenToClients()
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly outgoing: OutgoingDocumentsQuery,
    private readonly document: DocumentQuery,
    private readonly draftDocument: DraftDocument,
    private readonly editDocument: EditDocument,
    private readonly recordUse: RecordUse,
    private readonly readNotice: ReadNotice,
  ) {}

  @Get()
  @Answers(200, DocumentPage, 'Outgoing documents of your agency, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindDocuments }) query: FindDocuments,
  ): Promise<Page<DocumentSummary>> {
    return this.outgoing.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, DocumentView, 'The new draft')
  async draft(@CurrentActor() actor: Actor, @Body({ schema: Draft }) draft: Draft): Promise<DocumentView> {
    return this.document.view(actor, await this.draftDocument.execute(actor, draft));
  }

  @Get(':id')
  @Answers(200, DocumentView, 'The document; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentView> {
    const view = await this.document.view(actor, id);
    await this.recordUse.execute(actor, 'read', 'document', id);
    await this.readNotice.execute(actor, id);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, DocumentView, 'The edited document')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Draft }) draft: Draft,
  ): Promise<DocumentView> {
    await this.editDocument.execute(actor, { documentId, version: versionOf(ifMatch), draft });
    return this.document.view(actor, documentId);
  }
}
