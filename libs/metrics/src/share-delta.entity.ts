import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ShareIndicator, ShareOutcome } from '#contracts';

/** A change of the count of exchanges by one; append-only. The figure is the sum of these. */
@Entity('share_deltas')
@Index('share_deltas_origin', ['originId'])
export class ShareDelta {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'share_deltas_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'origin_id', nullable: false })
  originId!: string;

  @Column({ type: 'uuid', name: 'recipient_id', nullable: false })
  recipientId!: string;

  @Column({ type: 'uuid', name: 'sender_id', nullable: false })
  senderId!: string;

  @Column({ type: 'text', name: 'indicator', nullable: false })
  indicator!: ShareIndicator;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'text', name: 'type_name', nullable: false })
  typeName!: string;

  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  /** The mode of the exchange, or why it counts nowhere. */
  @Column({ type: 'text', name: 'outcome', nullable: false })
  outcome!: ShareOutcome;

  /** 1 or -1. */
  @Column({ type: 'smallint', name: 'amount', nullable: false })
  amount!: number;

  @Column({ type: 'text', name: 'cause', nullable: false })
  cause!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', nullable: false })
  recordedAt!: Date;
}

/** A change that is in no cell yet. Written with it, and gone with the fold that adds it up. */
@Entity('share_unfolded')
export class ShareUnfolded {
  @PrimaryColumn({ type: 'uuid', name: 'delta_id', primaryKeyConstraintName: 'share_unfolded_pkey' })
  deltaId!: string;
}
