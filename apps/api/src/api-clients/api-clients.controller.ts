import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  ApiClientPage,
  type ApiClientSummary,
  ApiClientView,
  DisableApiClient as Disable,
  EditApiClient as Edit,
  FindApiClients,
  GivenClientSecret,
  NewApiClient,
  NewClientSecret,
  type Page,
} from '#contracts';
import {
  AddApiClient,
  AddClientSecret,
  ApiClientsQuery,
  DisableApiClient,
  EditApiClient,
  RemoveClientSecret,
} from '#identity';
import { Answers, AnswersNothing, TakesIdempotencyKey } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('api-clients')
@Controller('api-clients')
export class ApiClientsController {
  constructor(
    private readonly clients: ApiClientsQuery,
    private readonly addClient: AddApiClient,
    private readonly editClient: EditApiClient,
    private readonly disableClient: DisableApiClient,
    private readonly addSecret: AddClientSecret,
    private readonly removeSecret: RemoveClientSecret,
  ) {}

  @Get()
  @Answers(200, ApiClientPage, 'The systems connected for your agency, or for all, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindApiClients }) query: FindApiClients,
  ): Promise<Page<ApiClientSummary>> {
    return this.clients.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @TakesIdempotencyKey()
  @Answers(201, ApiClientView, 'The new system, which has no secret yet')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewApiClient }) client: NewApiClient,
  ): Promise<ApiClientView> {
    return this.clients.view(actor, await this.addClient.execute(actor, client));
  }

  @Get(':id')
  @Answers(200, ApiClientView, 'The system; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApiClientView> {
    const view = await this.clients.view(actor, id);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, ApiClientView, 'The edited system; tokens that are out are cut down to its scopes at once')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) clientId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: Edit }) edit: Edit,
  ): Promise<ApiClientView> {
    await this.editClient.execute(actor, { clientId, version: versionOf(ifMatch), edit });
    return this.clients.view(actor, clientId);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @Answers(200, ApiClientView, 'The system, which gets in no more')
  async disable(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) clientId: string,
    @Body({ schema: Disable }) { reason }: Disable,
  ): Promise<ApiClientView> {
    await this.disableClient.execute(actor, clientId, reason);
    return this.clients.view(actor, clientId);
  }

  @Post(':id/secrets')
  @HttpCode(201)
  @Answers(201, GivenClientSecret, 'A new secret, shown this once')
  async giveSecret(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) clientId: string,
    @Body({ schema: NewClientSecret }) { overlapDays }: NewClientSecret,
  ): Promise<GivenClientSecret> {
    return this.addSecret.execute(actor, clientId, overlapDays);
  }

  @Delete(':id/secrets/:secretId')
  @HttpCode(204)
  @AnswersNothing('The secret and the tokens given for it are worth nothing')
  async takeSecret(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) clientId: string,
    @Param('secretId', IdPipe) secretId: string,
  ): Promise<void> {
    await this.removeSecret.execute(actor, clientId, secretId);
  }
}
