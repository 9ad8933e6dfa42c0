import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { webhookUrl } from './connections.js';
import { Id, pageOf, PageQuery } from './page.js';
import { textField } from './text-field.js';
import { DeliveryCause } from './vocabulary.js';

/** What an agency’s own systems can be told of, in the order in which it is offered. */
export const webhookKinds = [
  'arrival.arrived',
  'arrival.registered',
  'arrival.completed',
  'arrival.recall-asked',
  'arrival.recalled',
  'delivery.state-changed',
  'delivery.failed',
] as const;
export const WebhookKind = z.enum(webhookKinds).meta({ id: 'WebhookKind' });
export type WebhookKind = z.infer<typeof WebhookKind>;

/** Whether it is called: not while somebody paused it, it answered 410, or it failed for days. */
export const webhookStates = ['active', 'paused', 'gone', 'failing'] as const;
export const WebhookState = z.enum(webhookStates).meta({ id: 'WebhookState' });
export type WebhookState = z.infer<typeof WebhookState>;

/** [own] More systems than these no agency has, and each is written to with every event. */
export const mostWebhooks = 10;

const fields = {
  name: textField().trim().min(1).max(100),
  url: webhookUrl.describe('Where messages are posted'),
  kinds: z
    .array(WebhookKind)
    .min(1)
    .max(webhookKinds.length)
    .transform((kinds) => webhookKinds.filter((kind) => kinds.includes(kind))),
};

export const NewWebhook = z.object({ ...fields, agencyId: Id }).meta({ id: 'NewWebhook' });
export type NewWebhook = z.infer<typeof NewWebhook>;

export const WriteWebhook = z.object(fields).meta({ id: 'WriteWebhook' });
export type WriteWebhook = z.infer<typeof WriteWebhook>;

export const WebhookView = z
  .object({
    id: Id,
    agency: AgencyRef,
    name: z.string(),
    url: z.string(),
    kinds: z.array(WebhookKind),
    state: WebhookState,
    waiting: z.number().int().min(0).describe('Messages that were not taken yet'),
    failed: z.number().int().min(0).describe('Messages that were set aside: each can be sent again'),
    failingSince: z.iso.datetime().nullable().describe('Since when no try has gone well'),
    nextTryAt: z.iso.datetime().nullable(),
    lastDeliveredAt: z.iso.datetime().nullable(),
    hasOlderSecret: z.boolean().describe('The secret before still works: messages carry both signatures'),
    version: z.number().int().describe('Goes up with every edit; also the ETag'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;
export const WebhookPage = pageOf(WebhookView, 'WebhookPage');

export const WebhookWithSecret = z
  .object({ webhook: WebhookView, secret: z.string().describe('Shown this once: nobody can read it again') })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const FindWebhooks = PageQuery;
export type FindWebhooks = z.infer<typeof FindWebhooks>;

export const webhookMessageStates = ['waiting', 'delivered', 'failed'] as const;
export const WebhookMessageState = z.enum(webhookMessageStates).meta({ id: 'WebhookMessageState' });
export type WebhookMessageState = z.infer<typeof WebhookMessageState>;

export const WebhookMessageView = z
  .object({
    id: Id.describe('Its `webhook-id`, the same on every try'),
    kind: WebhookKind,
    symbol: z.string().describe('Number and notation of the document that it is about'),
    state: WebhookMessageState,
    occurredAt: z.iso.datetime(),
    tries: z.number().int().min(0).describe('Tries that the other system answered'),
    triedAt: z.iso.datetime().nullable(),
    status: z.number().int().nullable().describe('What the last try was answered with'),
    cause: DeliveryCause.nullable().describe('Why the last try went wrong'),
    detail: z.string().nullable().describe('What the other system said, or why it was not reached'),
  })
  .meta({ id: 'WebhookMessage' });
export type WebhookMessageView = z.infer<typeof WebhookMessageView>;
export const WebhookMessagePage = pageOf(WebhookMessageView, 'WebhookMessagePage');

export const FindWebhookMessages = PageQuery.extend({ state: WebhookMessageState.optional() });
export type FindWebhookMessages = z.infer<typeof FindWebhookMessages>;

export const ReplayedMessages = z
  .object({ replayed: z.number().int().min(0).describe('How many are sent again') })
  .meta({ id: 'ReplayedMessages' });
export type ReplayedMessages = z.infer<typeof ReplayedMessages>;
