import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StampFinding } from '#contracts';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** A file that the clerk withdrew because of a mark of secrecy: nobody opens it any more, its digest stays. */
@Entity('withdrawn_files')
@Index('withdrawn_files_document', ['documentId'])
@Index('withdrawn_files_digest', ['digest'])
export class WithdrawnFile {
  /** That of the attachment. */
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'withdrawn_files_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'withdrawn_files_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'text', name: 'file_name', nullable: false })
  fileName!: string;

  /** In bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @Column({ type: 'jsonb', name: 'findings', nullable: false })
  findings!: readonly StampFinding[];

  @ForeignKey(() => Post, { name: 'withdrawn_files_withdrawn_by_fkey' })
  @Column({ type: 'uuid', name: 'withdrawn_by_post_id', nullable: false })
  withdrawnByPostId!: string;

  @Column({ type: 'text', name: 'withdrawn_by_name', nullable: false })
  withdrawnByName!: string;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: false })
  withdrawnAt!: Date;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;
}
