import { Controller, Delete, Head, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#contracts';
import { BeginUpload, EndUpload, ReceiveUpload, UploadQuery } from '#documents';
import { AnswersNothing } from '../http/api-answers.js';
import { CurrentActor, type KnownRequest } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';
import { DraftStore, type UploadUseCases } from './tus/draft-store.js';
import { speakTus } from './tus/speak-tus.js';

const speaksTus = ApiHeader({ name: 'Tus-Resumable', required: true, description: '1.0.0' });

/** Headers that a tus client needs; what else the tus server would say, as who may read it, is said elsewhere. */
const toldHeaders = [
  'tus-resumable',
  'location',
  'upload-offset',
  'upload-length',
  'upload-metadata',
  'upload-expires',
];

/** Files that go on after a lost line: tus 1.0.0 with its extensions creation, termination and expiration. */
@ApiTags('uploads')
@Controller('documents/:id/uploads')
export class UploadsController {
  private readonly useCases: UploadUseCases;

  constructor(beginUpload: BeginUpload, receiveUpload: ReceiveUpload, endUpload: EndUpload, upload: UploadQuery) {
    this.useCases = { beginUpload, receiveUpload, endUpload, upload };
  }

  @Post()
  @HttpCode(201)
  @speaksTus
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Bytes of the whole file' })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: 'attachmentId and fileName in Base64' })
  @ApiResponse({ status: 201, description: 'Announced, at the address in Location; the id is the client’s own' })
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(actor, documentId, request, reply);
  }

  @Head(':uploadId')
  @speaksTus
  @ApiResponse({ status: 200, description: 'How far it has come, in Upload-Offset; the whole once it is attached' })
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('uploadId', IdPipe) uploadId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(actor, documentId, request, reply, uploadId);
  }

  @Patch(':uploadId')
  @HttpCode(204)
  @speaksTus
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Where in the file these bytes begin' })
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @AnswersNothing('Received; the last bytes attach the file')
  async receive(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('uploadId', IdPipe) uploadId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(actor, documentId, request, reply, uploadId);
  }

  @Delete(':uploadId')
  @HttpCode(204)
  @speaksTus
  @AnswersNothing('Given up')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) documentId: string,
    @Param('uploadId', IdPipe) uploadId: string,
    @Req() request: KnownRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(actor, documentId, request, reply, uploadId);
  }

  private async answer(
    actor: Actor,
    documentId: string,
    request: KnownRequest,
    reply: FastifyReply,
    uploadId?: string,
  ): Promise<void> {
    const uploads = `/api/v1/documents/${documentId}/uploads`;
    const store = new DraftStore(actor, documentId, this.useCases);
    const { status, headers } = await speakTus(request, store, uploads, uploadId);
    for (const name of toldHeaders) {
      const value = headers.get(name);
      if (value !== null) {
        void reply.header(name, value);
      }
    }
    await reply.status(status).send();
  }
}
