import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';

/** A unit inside an agency: a division, an office, a section. It has no code and exchanges nothing by itself. */
@Entity('units')
@Index('units_agency', ['agencyId'])
export class Unit {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'units_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'units_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @ForeignKey(() => Unit, { name: 'units_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'abbreviation', nullable: false })
  abbreviation!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: false })
  validFrom!: string;

  /** The last day; null while it is there. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
