import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, AlertList, AlertSettingsView, SavedAlertSettings, WriteAlertSettings } from '#contracts';
import { AlertSettings, AlertsQuery } from '#exchange';
import { Answers } from '../http/api-answers.js';
import { versionOf } from '../http/if-match.js';
import { CurrentActor } from '../http/request-context.js';

/** Faults that whoever keeps the system running is told of, and where. */
@ApiTags('deliveries')
@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly alerts: AlertsQuery,
    private readonly settings: AlertSettings,
  ) {}

  @Get()
  @Answers(200, AlertList, 'Open ones first, then the latest that ended')
  async find(@CurrentActor() actor: Actor): Promise<AlertList> {
    return { items: await this.alerts.list(actor) };
  }

  @Get('settings')
  @Answers(200, AlertSettingsView, 'Where alerts are told; its version is the ETag')
  async show(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertSettingsView> {
    const view = await this.settings.view(actor);
    void reply.header('etag', `"${view.version}"`).header('cache-control', 'private, no-cache');
    return view;
  }

  @Put('settings')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that the edit was made on' })
  @Answers(200, SavedAlertSettings, 'As it is now, with the secret when one was made')
  async edit(
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: WriteAlertSettings }) wish: WriteAlertSettings,
  ): Promise<SavedAlertSettings> {
    const newSecret = await this.settings.write(actor, versionOf(ifMatch), wish);
    return { settings: await this.settings.view(actor), newSecret };
  }
}
