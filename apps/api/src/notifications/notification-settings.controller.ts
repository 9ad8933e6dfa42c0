import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, NotificationSettings, WriteNotificationSettings } from '#contracts';
import { OwnNotificationSettings } from '#notifications';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('notifications')
@Controller('notification-settings')
export class NotificationSettingsController {
  constructor(private readonly settings: OwnNotificationSettings) {}

  @Get()
  @Answers(200, NotificationSettings, 'How you want to be told, in all your posts')
  async show(@CurrentActor() actor: Actor): Promise<NotificationSettings> {
    return this.settings.view(actor);
  }

  @Put()
  @Answers(200, NotificationSettings, 'As it is now, for what comes from here on')
  async write(
    @CurrentActor() actor: Actor,
    @Body({ schema: WriteNotificationSettings }) wish: WriteNotificationSettings,
  ): Promise<NotificationSettings> {
    await this.settings.write(actor, wish);
    return this.settings.view(actor);
  }
}
