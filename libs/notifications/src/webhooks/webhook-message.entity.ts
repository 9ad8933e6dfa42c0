import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeliveryCause, WebhookKind, WebhookMessageState } from '#contracts';
import { Webhook } from './webhook.entity.js';

/** What one system is told of one event: written with the event itself, once a system. */
@Entity('webhook_messages')
@Check('webhook_messages_state_check', `state IN ('waiting', 'delivered', 'failed')`)
@Index('webhook_messages_listed', ['webhookId', 'id'])
@Index('webhook_messages_waiting', { synchronize: false })
@Index('webhook_messages_failed', { synchronize: false })
@Index('webhook_messages_ended', { synchronize: false })
export class WebhookMessage {
  /** Its `webhook-id`; ids are in the order of what happened. */
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'webhook_messages_pkey' })
  id!: string;

  @ForeignKey(() => Webhook, { name: 'webhook_messages_webhook_fkey' })
  @Column({ type: 'uuid', name: 'webhook_id', nullable: false })
  webhookId!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: WebhookKind;

  @Column({ type: 'text', name: 'symbol', nullable: false })
  symbol!: string;

  /** As it was at the moment of the event: every try says the same. */
  @Column({ type: 'jsonb', name: 'data', nullable: false })
  data!: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'occurred_at', nullable: false })
  occurredAt!: Date;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: WebhookMessageState;

  /** Tries that were answered. */
  @Column({ type: 'integer', name: 'tries', nullable: false, default: 0 })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'tried_at', nullable: true })
  triedAt!: Date | null;

  @Column({ type: 'integer', name: 'status', nullable: true })
  status!: number | null;

  @Column({ type: 'text', name: 'cause', nullable: true })
  cause!: DeliveryCause | null;

  @Column({ type: 'text', name: 'detail', nullable: true })
  detail!: string | null;
}
