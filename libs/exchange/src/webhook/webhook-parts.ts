import { DeliveredFileLinks } from './delivered-file-links.js';
import { DeliveredFileQuery } from './delivered-file.query.js';
import { DeliveryMessageQuery } from './delivery-message.query.js';
import { WebhookChannel } from './webhook-channel.js';

export { DeliveredFileQuery };

export const webhookParts = [DeliveredFileLinks, DeliveredFileQuery, DeliveryMessageQuery, WebhookChannel];
