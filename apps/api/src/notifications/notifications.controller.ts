import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  FindNotifications,
  NotificationPage,
  ReadNotifications as Wish,
  UnreadNotifications,
} from '#contracts';
import { NotificationsQuery, ReadNotifications } from '#notifications';
import { Answers } from '../http/api-answers.js';
import { CurrentActor } from '../http/request-context.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsQuery,
    private readonly readNotifications: ReadNotifications,
  ) {}

  @Get()
  @Answers(200, NotificationPage, 'What you were told in the post in which you work, newest first')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: FindNotifications }) query: FindNotifications,
  ): Promise<NotificationPage> {
    const { items, next } = await this.notifications.page(actor, query);
    return { items: [...items], next };
  }

  @Get('unread')
  @Answers(200, UnreadNotifications, 'The number on the bell')
  async unread(@CurrentActor() actor: Actor): Promise<UnreadNotifications> {
    return { unread: await this.notifications.unread(actor) };
  }

  @Post('read')
  @HttpCode(200)
  @Answers(200, UnreadNotifications, 'How many are left; what is not yours marks nothing')
  async read(@CurrentActor() actor: Actor, @Body({ schema: Wish }) wish: Wish): Promise<UnreadNotifications> {
    await this.readNotifications.execute(actor, wish);
    return this.unread(actor);
  }
}
