import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** A sent document in the box of a post, to know, and when it was opened there. */
@Entity('document_notices')
@Index('document_notices_reader', ['readerPostId', 'documentId'])
@Index('document_notices_unread', { synchronize: false })
export class DocumentNotice {
  @ForeignKey(() => Document, { name: 'document_notices_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_notices_pkey' })
  documentId!: string;

  /** Whom it was sent to. */
  @ForeignKey(() => Post, { name: 'document_notices_post_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'post_id', primaryKeyConstraintName: 'document_notices_pkey' })
  postId!: string;

  /** In whose box it stands: the same post, or the one that took its work over. */
  @ForeignKey(() => Post, { name: 'document_notices_reader_fkey' })
  @Column({ type: 'uuid', name: 'reader_post_id', nullable: false })
  readerPostId!: string;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: false })
  sentAt!: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;
}
