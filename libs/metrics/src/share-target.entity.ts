import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ShareIndicator } from '#contracts';

/** What an indicator has to reach from a year on, and the paper that says so. */
@Entity('share_targets')
@Check('share_targets_value_check', 'value > 0 AND value <= 1')
export class ShareTarget {
  @PrimaryColumn({ type: 'text', name: 'indicator', primaryKeyConstraintName: 'share_targets_pkey' })
  indicator!: ShareIndicator;

  @PrimaryColumn({ type: 'integer', name: 'year', primaryKeyConstraintName: 'share_targets_pkey' })
  year!: number;

  /** 0 to 1, as text: the driver keeps every digit of a numeric. */
  @Column({ type: 'numeric', name: 'value', nullable: false, precision: 5, scale: 4 })
  value!: string;

  @Column({ type: 'text', name: 'legal_basis', nullable: false })
  legalBasis!: string;
}
