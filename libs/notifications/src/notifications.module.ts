import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { MailClock } from './mail-clock.js';
import { MailNotifications } from './mail-notifications.js';
import { NotificationsQuery } from './notifications.query.js';
import { Notify } from './notify.js';
import { OwnNotificationSettings } from './own-settings.js';
import { PromiseMails } from './promise-mails.js';
import { OfficeMoments } from './quiet-hours.js';
import { ReadNotifications } from './read-notifications.js';
import { TakeOverNotifications } from './take-over-notifications.js';
import { TellOfDeliveries } from './tell-of-deliveries.js';
import { RemindOfWork, ReminderClock } from './remind-of-work.js';
import { TellOfDrafts } from './tell-of-drafts.js';
import { TellOfHandling } from './tell-of-handling.js';
import { WebhookClock, webhookDoors, webhookParts } from './webhooks/webhook-parts.js';

const provided = [NotificationsQuery, OwnNotificationSettings, PromiseMails, ReadNotifications, RemindOfWork];

/** What people, and systems of agencies, are told. Every process that moves documents has to load it: it writes in their transactions. */
@Module({
  imports: [AuditModule, DirectoryModule],
  providers: [
    ...provided,
    ...webhookParts,
    MailNotifications,
    Notify,
    OfficeMoments,
    TakeOverNotifications,
    TellOfDeliveries,
    TellOfDrafts,
    TellOfHandling,
  ],
  exports: [...provided, ...webhookDoors],
})
export class NotificationsModule {}

/** What the worker does by the clock besides. */
@Module({ imports: [NotificationsModule], providers: [MailClock, ReminderClock, WebhookClock] })
export class NotificationsWorkerModule {}
