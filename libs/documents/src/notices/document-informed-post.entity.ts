import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** A colleague that a document is for, to know (để biết). */
@Entity('document_informed_posts')
export class DocumentInformedPost {
  @ForeignKey(() => Document, { name: 'document_informed_posts_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_informed_posts_pkey' })
  documentId!: string;

  @ForeignKey(() => Post, { name: 'document_informed_posts_post_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'post_id', primaryKeyConstraintName: 'document_informed_posts_pkey' })
  postId!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** 1 for the first sending; further copies count on. */
  @Column({ type: 'integer', name: 'sending', nullable: false })
  sending!: number;
}
