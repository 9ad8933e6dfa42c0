export { notificationsEntities } from './entities.js';
export { NotificationsModule, NotificationsWorkerModule } from './notifications.module.js';
export { NotificationsQuery } from './notifications.query.js';
export { OwnNotificationSettings } from './own-settings.js';
export { PromiseMails } from './promise-mails.js';
export { RemindOfWork } from './remind-of-work.js';
export { ReadNotifications } from './read-notifications.js';
export { MailNotifications } from './mail-notifications.js';
export {
  AddWebhook,
  EditWebhook,
  PauseWebhook,
  PostWebhookMessages,
  ReplayMessages,
  TestWebhook,
  WebhookClock,
  WebhookMessagesQuery,
  WebhookSecrets,
  WebhooksQuery,
} from './webhooks/webhook-parts.js';
