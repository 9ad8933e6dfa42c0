import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DeliveryCause } from '#contracts';
import { Delivery } from '../delivery.entity.js';

/** One try to reach a recipient: written before it begins, so that one whose worker died is on record too. */
@Entity('delivery_tries')
@Check('delivery_tries_outcome_check', `outcome IN ('delivered', 'retryable', 'permanent', 'unknown', 'died')`)
@Check('delivery_tries_ended_check', `(ended_at IS NULL) = (outcome IS NULL)`)
export class DeliveryTry {
  @ForeignKey(() => Delivery, { name: 'delivery_tries_delivery_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'delivery_id', primaryKeyConstraintName: 'delivery_tries_pkey' })
  deliveryId!: string;

  @PrimaryColumn({ type: 'integer', name: 'number', primaryKeyConstraintName: 'delivery_tries_pkey' })
  number!: number;

  @Column({ type: 'text', name: 'channel', nullable: false })
  channel!: string;

  @Column({ type: 'timestamptz', name: 'began_at', nullable: false })
  beganAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'outcome', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', name: 'cause', nullable: true })
  cause!: DeliveryCause | null;

  /** What the recipient’s side said, or the fault as the system named it. */
  @Column({ type: 'text', name: 'detail', nullable: true })
  detail!: string | null;
}
