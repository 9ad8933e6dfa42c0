import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, ConnectionTest, ConnectionView, SavedConnection, WriteConnection } from '#contracts';
import {
  ConnectionQuery,
  DropOlderWebhookSecret,
  EditConnection,
  RenewWebhookSecret,
  TestConnection,
} from '#directory';
import { Answers } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('agencies')
@Controller('agencies/:id/connection')
export class AgencyConnectionController {
  constructor(
    private readonly connection: ConnectionQuery,
    private readonly editConnection: EditConnection,
    private readonly renewSecret: RenewWebhookSecret,
    private readonly dropOlder: DropOlderWebhookSecret,
    private readonly testConnection: TestConnection,
  ) {}

  @Get()
  @Answers(200, ConnectionView, 'How the agency is reached; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) agencyId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionView> {
    const view = await this.connection.view(actor, agencyId);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, SavedConnection, 'As it is now, with the secret when its first one was made')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) agencyId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: WriteConnection }) connection: WriteConnection,
  ): Promise<SavedConnection> {
    const command = { agencyId, version: versionOf(ifMatch), connection };
    const newSecret = await this.editConnection.execute(actor, command);
    return { connection: await this.connection.view(actor, agencyId), newSecret };
  }

  @Post('secret')
  @HttpCode(201)
  @Answers(201, SavedConnection, 'A new secret; the one before stays valid until it is dropped')
  async renew(@CurrentActor() actor: Actor, @Param('id', IdPipe) agencyId: string): Promise<SavedConnection> {
    const newSecret = await this.renewSecret.execute(actor, agencyId);
    return { connection: await this.connection.view(actor, agencyId), newSecret };
  }

  @Delete('secret/older')
  @Answers(200, ConnectionView, 'The one before is valid no more')
  async drop(@CurrentActor() actor: Actor, @Param('id', IdPipe) agencyId: string): Promise<ConnectionView> {
    await this.dropOlder.execute(actor, agencyId);
    return this.connection.view(actor, agencyId);
  }

  @Post('test')
  @HttpCode(200)
  @Answers(200, ConnectionTest, 'What the other system said to a signed message without a document')
  async test(@CurrentActor() actor: Actor, @Param('id', IdPipe) agencyId: string): Promise<ConnectionTest> {
    return this.testConnection.execute(actor, agencyId);
  }
}
