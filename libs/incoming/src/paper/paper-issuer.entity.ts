import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';

/** A body outside the directory that an agency had paper from: offered when the next one is registered. */
@Entity('paper_issuers')
export class PaperIssuer {
  @ForeignKey(() => Agency, { name: 'paper_issuers_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'paper_issuers_pkey' })
  agencyId!: string;

  /** The name in plain letters. */
  @PrimaryColumn({ type: 'text', name: 'name_key', primaryKeyConstraintName: 'paper_issuers_pkey' })
  nameKey!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: false })
  usedAt!: Date;
}
