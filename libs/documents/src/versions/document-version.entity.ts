import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { VersionFields, VersionFile, VersionSummary } from '#contracts';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** Fields and files of a draft as they were at one moment. Append-only, as the trail. */
@Entity('document_versions')
@Unique('document_versions_number_key', ['documentId', 'number'])
export class DocumentVersion {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'document_versions_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'document_versions_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'integer', name: 'number', nullable: false })
  number!: number;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: VersionSummary['reason'];

  @Column({ type: 'jsonb', name: 'fields', nullable: false })
  fields!: VersionFields;

  @Column({ type: 'jsonb', name: 'files', nullable: false })
  files!: VersionFile[];

  @Column({ type: 'timestamptz', name: 'kept_at', nullable: false })
  keptAt!: Date;

  @ForeignKey(() => Post, { name: 'document_versions_kept_by_fkey' })
  @Column({ type: 'uuid', name: 'kept_by_post_id', nullable: false })
  keptByPostId!: string;

  @Column({ type: 'text', name: 'kept_by_name', nullable: false })
  keptByName!: string;

  @Column({ type: 'text', name: 'kept_by_position', nullable: false })
  keptByPosition!: string;
}
