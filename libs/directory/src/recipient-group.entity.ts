import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AgencyLevel, RecipientGroupKind } from '#contracts';
import { Agency } from './agency.entity.js';

/** Agencies that documents are sent to together: by their levels, or a list that somebody keeps. */
@Entity('recipient_groups')
@Index('recipient_groups_name', { synchronize: false })
export class RecipientGroup {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'recipient_groups_pkey' })
  id!: string;

  /** Whose it is; null: everybody’s. */
  @ForeignKey(() => Agency, { name: 'recipient_groups_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: RecipientGroupKind;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'levels', array: true, nullable: false })
  levels!: AgencyLevel[];

  @ForeignKey(() => Agency, { name: 'recipient_groups_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Goes up with every change, of members too: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;

  /** The name, folded. */
  @Column({ type: 'text', name: 'search_text', nullable: false })
  searchText!: string;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** A deleted group keeps its name for the drafts and the records that still point at it. */
  @Column({ type: 'timestamptz', name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
