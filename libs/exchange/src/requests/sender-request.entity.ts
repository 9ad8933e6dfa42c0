import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RequestKind, RequestState } from '#contracts';
import { Post } from '#identity';
import { Delivery } from '../delivery.entity.js';

/** What the sender asks of a recipient about a document that it sent: to give it back, to update it, to replace it. */
@Entity('sender_requests')
@Index('sender_requests_delivery', ['deliveryId', 'id'])
@Index('sender_requests_by_delivery', { synchronize: false })
@Index('sender_requests_asked', { synchronize: false })
@Index('sender_requests_recall', { synchronize: false })
@Check('sender_requests_kind_check', `kind IN ('recall', 'update', 'replace')`)
@Check('sender_requests_state_check', `state IN ('sent', 'asked', 'effective', 'agreed', 'refused', 'withdrawn')`)
@Check('sender_requests_by_check', `(kind = 'recall') = (by_delivery_id IS NULL)`)
export class SenderRequest {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'sender_requests_pkey' })
  id!: string;

  /** Of the document that it is about. */
  @ForeignKey(() => Delivery, { name: 'sender_requests_delivery_fkey' })
  @Column({ type: 'uuid', name: 'delivery_id', nullable: false })
  deliveryId!: string;

  /** Of the document that updates or replaces it; none for a recall. */
  @ForeignKey(() => Delivery, { name: 'sender_requests_by_delivery_fkey' })
  @Column({ type: 'uuid', name: 'by_delivery_id', nullable: true })
  byDeliveryId!: string | null;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: RequestKind;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: RequestState;

  /** Of a recall; what updates or replaces says it by itself. */
  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;

  /** Of the content that it is about: what was withdrawn stays known by it. */
  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @ForeignKey(() => Post, { name: 'sender_requests_asked_by_fkey' })
  @Column({ type: 'uuid', name: 'asked_by_post_id', nullable: false })
  askedByPostId!: string;

  @Column({ type: 'timestamptz', name: 'asked_at', nullable: false })
  askedAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  /** Who at the recipient agreed or refused, in words; nobody where it took effect by itself. */
  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;
}
