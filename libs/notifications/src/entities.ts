import { ReminderDay } from './reminder-day.entity.js';
import { Notification } from './notification.entity.js';
import { NotificationSetting } from './notification-setting.entity.js';

export const notificationsEntities = [Notification, NotificationSetting, ReminderDay];
