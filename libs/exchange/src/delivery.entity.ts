import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChannelName, DeliveryCause, DeliveryState, ExchangeMode, TransportState } from '#contracts';
import { Agency, PaperReason } from '#directory';
import { Document } from '#documents';
import { Post } from '#identity';
import { Dispatch } from './dispatch.entity.js';

/** A dispatch on its way to one recipient, under the code and name that the recipient had on that day. */
@Entity('deliveries')
@Unique('deliveries_recipient_key', ['dispatchId', 'recipientId'])
@Index('deliveries_document', ['documentId', 'id'])
@Index('deliveries_recipient', ['recipientId', 'documentId'])
@Index('deliveries_queued', { synchronize: false })
@Index('deliveries_refused', { synchronize: false })
@Index('deliveries_waiting', { synchronize: false })
@Index('deliveries_attention', { synchronize: false })
@Index('deliveries_under_way', { synchronize: false })
@Index('deliveries_handed_over', { synchronize: false })
@Index('deliveries_failed', { synchronize: false })
@Index('deliveries_not_carried', { synchronize: false })
@Index('deliveries_open', { synchronize: false })
@Check('deliveries_transport_state_check', `transport_state IN ('queued', 'sending', 'done', 'failed', 'cancelled')`)
export class Delivery {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'deliveries_pkey' })
  id!: string;

  @ForeignKey(() => Dispatch, { name: 'deliveries_dispatch_fkey' })
  @Column({ type: 'uuid', name: 'dispatch_id', nullable: false })
  dispatchId!: string;

  @ForeignKey(() => Document, { name: 'deliveries_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  /** Null for a body outside the system, which is in no directory. */
  @ForeignKey(() => Agency, { name: 'deliveries_recipient_fkey' })
  @Column({ type: 'uuid', name: 'recipient_id', nullable: true })
  recipientId!: string | null;

  @Column({ type: 'text', name: 'recipient_code', nullable: false })
  recipientCode!: string;

  @Column({ type: 'text', name: 'recipient_name', nullable: false })
  recipientName!: string;

  /** The postal address of a body outside the system. */
  @Column({ type: 'text', name: 'recipient_address', nullable: true })
  recipientAddress!: string | null;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ExchangeMode;

  @Column({ type: 'text', name: 'channel', nullable: false })
  channel!: ChannelName;

  /** What the transport acknowledged; never to be mixed with what the recipient made of it. */
  @Column({ type: 'text', name: 'transport_state', nullable: false })
  transportState!: TransportState;

  /** What the recipient made of it, as its tracking events add up. */
  @Column({ type: 'text', name: 'state', nullable: false })
  state!: DeliveryState;

  @Column({ type: 'timestamptz', name: 'state_at', nullable: false })
  stateAt!: Date;

  @Column({ type: 'integer', name: 'arrival_number', nullable: true })
  arrivalNumber!: number | null;

  /** The last try that failed, in the words of the other side. */
  @Column({ type: 'text', name: 'failure', nullable: true })
  failure!: string | null;

  @Column({ type: 'text', name: 'cause', nullable: true })
  cause!: DeliveryCause | null;

  /** Begun ones, whatever became of them. */
  @Column({ type: 'integer', name: 'tries', nullable: false, default: 0 })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  /** When the line to its recipient, which had no room before, asked for it. */
  @Column({ type: 'timestamptz', name: 'called_at', nullable: true })
  calledAt!: Date | null;

  /** Until when the try that is under way counts as alive. */
  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  /** When trying ends; by urgency, from the first try on. */
  @Column({ type: 'timestamptz', name: 'give_up_at', nullable: true })
  giveUpAt!: Date | null;

  /** Why paper was sent, in the words of that day. */
  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  /** Its code, for counting. */
  @ForeignKey(() => PaperReason, { name: 'deliveries_paper_reason_fkey' })
  @Column({ type: 'text', name: 'paper_reason_code', nullable: true })
  paperReasonCode!: string | null;

  /** Ngày chuyển: the day on which the paper was handed over. */
  @Column({ type: 'date', name: 'handed_on', nullable: true })
  handedOn!: string | null;

  /** Ký nhận: who took it. */
  @Column({ type: 'text', name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @ForeignKey(() => Post, { name: 'deliveries_handover_marked_by_fkey' })
  @Column({ type: 'uuid', name: 'handover_marked_by_post_id', nullable: true })
  handoverMarkedByPostId!: string | null;
}
