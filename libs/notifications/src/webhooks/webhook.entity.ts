import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WebhookKind, WebhookState } from '#contracts';
import { Agency } from '#directory';

/** A system of an agency that is told what happens. */
@Entity('webhooks')
@Check('webhooks_state_check', `state IN ('active', 'paused', 'gone', 'failing', 'removed')`)
@Index('webhooks_of_agency', { synchronize: false })
export class Webhook {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'webhooks_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'webhooks_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'url', nullable: false })
  url!: string;

  /** What its messages are signed with; sealed. */
  @Column({ type: 'text', name: 'secret', nullable: false })
  secret!: string;

  /** The one before, valid too until it is dropped; sealed. */
  @Column({ type: 'text', name: 'secret_before', nullable: true })
  secretBefore!: string | null;

  @Column({ type: 'text', name: 'kinds', nullable: false, array: true })
  kinds!: WebhookKind[];

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: WebhookState | 'removed';

  /** Tries in a row that did not go well. */
  @Column({ type: 'integer', name: 'failures', nullable: false, default: 0 })
  failures!: number;

  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column({ type: 'timestamptz', name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  /** The run that posts its messages at the moment, so that they go one after the other. */
  @Column({ type: 'uuid', name: 'claimed_by', nullable: true })
  claimedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'last_delivered_at', nullable: true })
  lastDeliveredAt!: Date | null;

  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
