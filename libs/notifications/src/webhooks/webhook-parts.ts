import { AddWebhook } from './add-webhook.js';
import { EditWebhook } from './edit-webhook.js';
import { PausedWebhook } from './paused-webhook.js';
import { PauseWebhook } from './pause-webhook.js';
import { PostWebhookMessages } from './post-webhook-messages.js';
import { ReplayMessages } from './replay-messages.js';
import { TellWebhooks } from './tell-webhooks.js';
import { TestWebhook } from './test-webhook.js';
import { WebhookMessagesQuery } from './webhook-messages.query.js';
import { WebhookRows } from './webhook-rows.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhooksQuery } from './webhooks.query.js';

export {
  AddWebhook,
  EditWebhook,
  PauseWebhook,
  PostWebhookMessages,
  ReplayMessages,
  TestWebhook,
  WebhookMessagesQuery,
};
export { WebhookSecrets, WebhooksQuery };
export { WebhookClock } from './webhook-clock.js';

/** What others call. */
export const webhookDoors = [
  AddWebhook,
  EditWebhook,
  PauseWebhook,
  PostWebhookMessages,
  ReplayMessages,
  TestWebhook,
  WebhookMessagesQuery,
  WebhookSecrets,
  WebhooksQuery,
];

export const webhookParts = [...webhookDoors, PausedWebhook, TellWebhooks, WebhookRows];
