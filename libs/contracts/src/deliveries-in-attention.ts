import { z } from 'zod';
import { DocumentFile } from './documents.js';
import { Id, pageOf, PageQuery } from './page.js';
import { PaperReasonChoice } from './recipients.js';
import { textField } from './text-field.js';
import { ChannelName, DeliveryCause, Urgency } from './vocabulary.js';

/** A delivery that no further try is made for by itself, until somebody decides. */
export const DeliveryInAttention = z
  .object({
    id: Id,
    documentId: Id,
    symbol: z.string(),
    typeName: z.string(),
    subject: z.string().nullable().describe('Null where reading the document was narrowed to others'),
    urgency: Urgency,
    senderName: z.string(),
    recipientName: z.string(),
    channel: ChannelName,
    cause: DeliveryCause,
    since: z.iso.datetime().describe('When trying ended'),
    tries: z.number().int(),
    isGivenUp: z.boolean(),
  })
  .meta({ id: 'DeliveryInAttention' });
export type DeliveryInAttention = z.infer<typeof DeliveryInAttention>;
export const DeliveryInAttentionPage = pageOf(DeliveryInAttention, 'DeliveryInAttentionPage');

export const attentionBoxes = ['open', 'given-up'] as const;
export const FindDeliveriesInAttention = PageQuery.extend({
  box: z.enum(attentionBoxes).default('open'),
  cause: DeliveryCause.optional(),
  channel: ChannelName.optional(),
});
export type FindDeliveriesInAttention = z.infer<typeof FindDeliveriesInAttention>;

export const DeliveryTryView = z
  .object({
    number: z.number().int(),
    channel: ChannelName,
    beganAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    outcome: z.enum(['delivered', 'retryable', 'permanent', 'unknown', 'died']).nullable(),
    cause: DeliveryCause.nullable(),
    detail: z.string().nullable().describe('What the other side said, or the fault as the system named it'),
  })
  .meta({ id: 'DeliveryTry' });
export type DeliveryTryView = z.infer<typeof DeliveryTryView>;

export const DeliveryInAttentionView = z
  .object({
    ...DeliveryInAttention.shape,
    detail: z.string().nullable().describe('Of the last try that failed'),
    digest: z.string().describe('Of the issued document'),
    files: z.array(DocumentFile),
    history: z.array(DeliveryTryView).describe('Every try, the newest first'),
    alike: z.number().int().describe('How many failed with the same recipient, channel and cause, this one included'),
    otherChannels: z.array(ChannelName).describe('By which it could go instead'),
  })
  .meta({ id: 'DeliveryInAttentionDetails' });
export type DeliveryInAttentionView = z.infer<typeof DeliveryInAttentionView>;

export const RetryDelivery = z
  .object({ allAlike: z.boolean().default(false).describe('All with the same recipient, channel and cause') })
  .meta({ id: 'RetryDelivery' });
export type RetryDelivery = z.infer<typeof RetryDelivery>;

export const RetriedDeliveries = z.object({ count: z.number().int() }).meta({ id: 'RetriedDeliveries' });
export type RetriedDeliveries = z.infer<typeof RetriedDeliveries>;

export const SendOtherWay = z
  .object({
    channel: ChannelName,
    paperReason: PaperReasonChoice.nullable().default(null).describe('Required for paper'),
  })
  .meta({ id: 'SendOtherWay' });
export type SendOtherWay = z.infer<typeof SendOtherWay>;

export const GiveUpDelivery = z.object({ reason: textField().trim().min(1).max(500) }).meta({ id: 'GiveUpDelivery' });
export type GiveUpDelivery = z.infer<typeof GiveUpDelivery>;
