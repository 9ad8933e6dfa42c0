import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AlertKind, ChannelName } from '#contracts';
import { Agency } from '#directory';

/** A fault that whoever keeps the system running is told of: once when it begins, once a day, once when it is over. */
@Entity('alerts')
@Index('alerts_open', { synchronize: false })
@Index('alerts_ended', { synchronize: false })
@Check('alerts_kind_check', `kind IN ('stuck', 'failing', 'line-open', 'receiver-not-seen')`)
export class Alert {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'alerts_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: AlertKind;

  /** What of that kind: of two open alerts none has the same. */
  @Column({ type: 'text', name: 'key', nullable: false })
  key!: string;

  @Column({ type: 'text', name: 'channel', nullable: true })
  channel!: ChannelName | null;

  @ForeignKey(() => Agency, { name: 'alerts_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: true })
  agencyId!: string | null;

  /** How many it was about at the last look. */
  @Column({ type: 'integer', name: 'deliveries', nullable: false })
  deliveries!: number;

  @Column({ type: 'timestamptz', name: 'since', nullable: false })
  since!: Date;

  @Column({ type: 'timestamptz', name: 'found_at', nullable: false })
  foundAt!: Date;

  @Column({ type: 'timestamptz', name: 'told_at', nullable: true })
  toldAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'end_told_at', nullable: true })
  endToldAt!: Date | null;
}
