import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { NumberingMode } from '#contracts';
import { Agency } from '#directory';
import { Post } from '#identity';

/** How an agency numbers its documents from a year on; without a row, in one sequence. */
@Entity('numbering_settings')
@Check('numbering_settings_mode', `mode IN ('single', 'per-type')`)
export class NumberingSetting {
  @ForeignKey(() => Agency, { name: 'numbering_settings_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'numbering_settings_pkey' })
  agencyId!: string;

  @PrimaryColumn({ type: 'integer', name: 'from_year', primaryKeyConstraintName: 'numbering_settings_pkey' })
  fromYear!: number;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: NumberingMode;

  @ForeignKey(() => Post, { name: 'numbering_settings_post_fkey' })
  @Column({ type: 'uuid', name: 'set_by_post_id', nullable: false })
  setByPostId!: string;

  @Column({ type: 'timestamptz', name: 'set_at', nullable: false })
  setAt!: Date;
}
