import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  ConnectionTest,
  FindWebhookMessages,
  FindWebhooks,
  NewWebhook,
  type Page,
  ReplayedMessages,
  WebhookMessagePage,
  type WebhookMessageView,
  WebhookPage,
  WebhookView,
  WebhookWithSecret,
  WriteWebhook,
} from '#contracts';
import {
  AddWebhook,
  EditWebhook,
  PauseWebhook,
  ReplayMessages,
  TestWebhook,
  WebhookMessagesQuery,
  WebhookSecrets,
  WebhooksQuery,
} from '#notifications';
import { Answers, AnswersNothing } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';
import { IdPipe } from '../http/validation.js';

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksQuery,
    private readonly addWebhook: AddWebhook,
    private readonly editWebhook: EditWebhook,
    private readonly pauseWebhook: PauseWebhook,
    private readonly testWebhook: TestWebhook,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Get()
  @Answers(200, WebhookPage, 'The webhooks of your agency, or of all, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindWebhooks }) query: FindWebhooks,
  ): Promise<Page<WebhookView>> {
    return this.webhooks.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @Answers(201, WebhookWithSecret, 'The new webhook, with the secret that its messages are signed with')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewWebhook }) webhook: NewWebhook,
  ): Promise<WebhookWithSecret> {
    const { id, secret } = await this.addWebhook.execute(actor, webhook);
    return { webhook: await this.webhooks.view(actor, id), secret };
  }

  @Get(':id')
  @Answers(200, WebhookView, 'The webhook; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView> {
    const view = await this.webhooks.view(actor, id);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, WebhookView, 'The edited webhook; what waits goes to its new address')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) webhookId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: WriteWebhook }) edit: WriteWebhook,
  ): Promise<WebhookView> {
    await this.editWebhook.execute(actor, { webhookId, version: versionOf(ifMatch), edit });
    return this.webhooks.view(actor, webhookId);
  }

  @Delete(':id')
  @HttpCode(204)
  @AnswersNothing('Nothing more is sent to it')
  async remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<void> {
    await this.pauseWebhook.remove(actor, webhookId);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Answers(200, WebhookView, 'Its messages wait from now on')
  async pause(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<WebhookView> {
    await this.pauseWebhook.pause(actor, webhookId);
    return this.webhooks.view(actor, webhookId);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Answers(200, WebhookView, 'What waits is sent, the oldest first')
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<WebhookView> {
    await this.pauseWebhook.resume(actor, webhookId);
    return this.webhooks.view(actor, webhookId);
  }

  @Post(':id/test')
  @HttpCode(200)
  @Answers(200, ConnectionTest, 'What the other system said to a signed message that tells nothing')
  async test(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<ConnectionTest> {
    return this.testWebhook.execute(actor, webhookId);
  }

  @Post(':id/secret')
  @HttpCode(201)
  @Answers(201, WebhookWithSecret, 'A new secret; the one before stays valid until it is dropped')
  async renew(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<WebhookWithSecret> {
    const secret = await this.secrets.renew(actor, webhookId);
    return { webhook: await this.webhooks.view(actor, webhookId), secret };
  }

  @Delete(':id/secret/older')
  @Answers(200, WebhookView, 'The one before is valid no more')
  async drop(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<WebhookView> {
    await this.secrets.dropOlder(actor, webhookId);
    return this.webhooks.view(actor, webhookId);
  }
}

@ApiTags('webhooks')
@Controller('webhooks/:id/messages')
export class WebhookMessagesController {
  constructor(
    private readonly messages: WebhookMessagesQuery,
    private readonly replay: ReplayMessages,
  ) {}

  @Get()
  @Answers(200, WebhookMessagePage, 'What it was told and what is still to be told, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) webhookId: string,
    @Query({ schema: FindWebhookMessages }) query: FindWebhookMessages,
  ): Promise<Page<WebhookMessageView>> {
    return this.messages.page(actor, webhookId, query);
  }

  @Post('replay')
  @HttpCode(200)
  @Answers(200, ReplayedMessages, 'Whatever was set aside is sent again, each with the id that it had')
  async replayFailed(@CurrentActor() actor: Actor, @Param('id', IdPipe) webhookId: string): Promise<ReplayedMessages> {
    return { replayed: await this.replay.failed(actor, webhookId) };
  }

  @Post(':messageId/replay')
  @HttpCode(200)
  @Answers(200, ReplayedMessages, 'The message is sent again, with the id that it had')
  async replayOne(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) webhookId: string,
    @Param('messageId', IdPipe) messageId: string,
  ): Promise<ReplayedMessages> {
    return { replayed: await this.replay.one(actor, webhookId, messageId) };
  }
}
