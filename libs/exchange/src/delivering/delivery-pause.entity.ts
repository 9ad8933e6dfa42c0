import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';
import { Post } from '#identity';

/** Deliveries by a channel, to an agency, or by a channel to an agency, that an administrator holds back. */
@Entity('delivery_pauses')
@Index('delivery_pauses_what', { synchronize: false })
@Check('delivery_pauses_what_check', `channel IS NOT NULL OR agency_id IS NOT NULL`)
export class DeliveryPause {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'delivery_pauses_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'channel', nullable: true })
  channel!: string | null;

  @ForeignKey(() => Agency, { name: 'delivery_pauses_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;

  @ForeignKey(() => Post, { name: 'delivery_pauses_post_fkey' })
  @Column({ type: 'uuid', name: 'paused_by_post_id', nullable: false })
  pausedByPostId!: string;

  @Column({ type: 'timestamptz', name: 'paused_at', nullable: false })
  pausedAt!: Date;
}
