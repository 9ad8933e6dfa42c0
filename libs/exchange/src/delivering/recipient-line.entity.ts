import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';

/**
 * The line to one recipient by one channel, and its circuit breaker: after failures in a row it opens, nothing is tried
 * until the next probe, and a probe that reaches the recipient closes it.
 */
@Entity('recipient_lines')
export class RecipientLine {
  @ForeignKey(() => Agency, { name: 'recipient_lines_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'recipient_lines_pkey' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text', name: 'channel', primaryKeyConstraintName: 'recipient_lines_pkey' })
  channel!: string;

  /** In a row. */
  @Column({ type: 'integer', name: 'failures', nullable: false, default: 0 })
  failures!: number;

  /** In a row: each one waits longer for its probe. */
  @Column({ type: 'integer', name: 'openings', nullable: false, default: 0 })
  openings!: number;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'probe_at', nullable: true })
  probeAt!: Date | null;

  /** While one probe is on its way. */
  @Column({ type: 'timestamptz', name: 'probing_until', nullable: true })
  probingUntil!: Date | null;

  @Column({ type: 'timestamptz', name: 'last_reached_at', nullable: true })
  lastReachedAt!: Date | null;
}
