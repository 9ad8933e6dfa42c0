import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DocumentFilter, FindDocuments } from '#contracts';
import { Agency } from '#directory';
import { Person } from '#identity';

/** A way to look at the outgoing list that a person keeps under a name, in one agency. */
@Entity('saved_views')
@Index('saved_views_name', { synchronize: false })
@Index('saved_views_default', { synchronize: false })
@Index('saved_views_shared', { synchronize: false })
export class SavedView {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'saved_views_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'saved_views_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  /** Posts, units and registers in it are this agency’s. */
  @ForeignKey(() => Agency, { name: 'saved_views_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'box', nullable: false })
  box!: FindDocuments['box'];

  @Column({ type: 'jsonb', name: 'filter', nullable: false })
  filter!: DocumentFilter;

  @Column({ type: 'boolean', name: 'is_default', nullable: false })
  isDefault!: boolean;

  @Column({ type: 'boolean', name: 'is_shared', nullable: false })
  isShared!: boolean;

  /** Its place among the person’s own. */
  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
