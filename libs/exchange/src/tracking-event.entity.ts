import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Delivery } from './delivery.entity.js';

/** A state that a delivery reached, with its own time; append-only, and states can arrive out of order. */
@Entity('tracking_events')
@Index('tracking_events_reported', { synchronize: false })
@Index('tracking_events_delivery', ['deliveryId', 'occurredAt'])
export class TrackingEvent {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'tracking_events_pkey' })
  id!: string;

  @ForeignKey(() => Delivery, { name: 'tracking_events_delivery_fkey' })
  @Column({ type: 'uuid', name: 'delivery_id', nullable: false })
  deliveryId!: string;

  @Column({ type: 'text', name: 'code', nullable: false })
  code!: string;

  @Column({ type: 'timestamptz', name: 'occurred_at', nullable: false })
  occurredAt!: Date;

  @Column({ type: 'timestamptz', name: 'recorded_at', nullable: false })
  recordedAt!: Date;

  @Column({ type: 'text', name: 'actor', nullable: true })
  actor!: string | null;

  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;

  @Column({ type: 'integer', name: 'arrival_number', nullable: true })
  arrivalNumber!: number | null;

  /** Of the recipient’s own system, when that reported it. */
  @Column({ type: 'text', name: 'event_id', nullable: true })
  eventId!: string | null;
}
