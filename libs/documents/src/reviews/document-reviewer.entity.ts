import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** Whose opinion a draft asks for, as its drafter names them. */
@Entity('document_reviewers')
@Index('document_reviewers_post', ['postId'])
export class DocumentReviewer {
  @ForeignKey(() => Document, { name: 'document_reviewers_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_reviewers_pkey' })
  documentId!: string;

  @ForeignKey(() => Post, { name: 'document_reviewers_post_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'post_id', primaryKeyConstraintName: 'document_reviewers_pkey' })
  postId!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** The last day for the opinion. */
  @Column({ type: 'date', name: 'due_on', nullable: false })
  dueOn!: string;
}
