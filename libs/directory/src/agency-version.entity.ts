import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AgencyLevel } from '#contracts';
import { Agency } from './agency.entity.js';

/** What an agency was until a day in the past; what it is now stands in its own row. */
@Entity('agency_versions')
@Index('agency_versions_code', ['code'])
export class AgencyVersion {
  @ForeignKey(() => Agency, { name: 'agency_versions_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'agency_versions_pkey' })
  agencyId!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: false })
  validFrom!: string;

  /** The last day. */
  @PrimaryColumn({ type: 'date', name: 'valid_to', primaryKeyConstraintName: 'agency_versions_pkey' })
  validTo!: string;

  @Column({ type: 'text', name: 'code', nullable: false })
  code!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'abbreviation', nullable: false })
  abbreviation!: string;

  @Column({ type: 'text', name: 'level', nullable: false })
  level!: AgencyLevel;

  @ForeignKey(() => Agency, { name: 'agency_versions_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;
}
