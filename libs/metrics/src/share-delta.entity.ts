import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode, ShareIndicator } from '#contracts';

/** A change of the count of exchanges by one; append-only. The figure is the sum of these. */
@Entity('share_deltas')
@Index('share_deltas_figure', { synchronize: false })
@Index('share_deltas_sender', { synchronize: false })
export class ShareDelta {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'share_deltas_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'uuid', name: 'recipient_id', nullable: false })
  recipientId!: string;

  @Column({ type: 'uuid', name: 'sender_id', nullable: false })
  senderId!: string;

  @Column({ type: 'text', name: 'indicator', nullable: false })
  indicator!: ShareIndicator;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ExchangeMode;

  /** 1 or -1. */
  @Column({ type: 'smallint', name: 'amount', nullable: false })
  amount!: number;

  @Column({ type: 'text', name: 'cause', nullable: false })
  cause!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', nullable: false })
  recordedAt!: Date;
}
