import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../person.entity.js';

/** An app that makes a new code every thirty seconds (RFC 6238). */
@Entity('totp_factors')
@Index('totp_factors_person', ['personId'])
export class TotpFactor {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'totp_factors_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'totp_factors_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** Has to be read to check a code: sealed by `Secrets` for this row alone. */
  @Column({ type: 'text', name: 'sealed_secret', nullable: false })
  sealedSecret!: string;

  /** The newest step whose code was used: neither it nor an older one is taken again. */
  @Column({ type: 'bigint', name: 'last_step', nullable: false, default: 0 })
  lastStep!: number;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** When its first code was right; before that it is asked for by nobody. */
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
