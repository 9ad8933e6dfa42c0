import { ReminderDay } from './reminder-day.entity.js';
import { Notification } from './notification.entity.js';
import { WebhookMessage } from './webhooks/webhook-message.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';
import { NotificationSetting } from './notification-setting.entity.js';

export const notificationsEntities = [Notification, NotificationSetting, ReminderDay, Webhook, WebhookMessage];
