import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MalwareState, StampFinding, StampState, UnreadReason } from '#contracts';
import { Post } from '#identity';
import { Attachment } from '../files/attachment.entity.js';
import { Document } from '../document.entity.js';

/** What was found in a file of a document. It goes with the file; what was withdrawn has a row of its own. */
@Entity('file_checks')
@Index('file_checks_document', ['documentId'])
@Index('file_checks_due', { synchronize: false })
@Index('file_checks_held', { synchronize: false })
export class FileCheck {
  @ForeignKey(() => Attachment, { name: 'file_checks_attachment_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'attachment_id', primaryKeyConstraintName: 'file_checks_pkey' })
  attachmentId!: string;

  @ForeignKey(() => Document, { name: 'file_checks_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'text', name: 'malware', nullable: false })
  malware!: MalwareState;

  /** What the scanner calls it. */
  @Column({ type: 'text', name: 'signature', nullable: true })
  signature!: string | null;

  @Column({ type: 'boolean', name: 'scanner_down', nullable: false })
  scannerDown!: boolean;

  @Column({ type: 'text', name: 'stamp', nullable: false })
  stamp!: StampState;

  @Column({ type: 'text', name: 'unread', nullable: true })
  unread!: UnreadReason | null;

  @Column({ type: 'integer', name: 'unread_pages', nullable: true })
  unreadPages!: number | null;

  @Column({ type: 'jsonb', name: 'findings', nullable: false })
  findings!: readonly StampFinding[];

  @Column({ type: 'integer', name: 'tries', nullable: false })
  tries!: number;

  /** When it is looked at again; null once everything is known. */
  @Column({ type: 'timestamptz', name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  @ForeignKey(() => Post, { name: 'file_checks_released_by_fkey' })
  @Column({ type: 'uuid', name: 'released_by_post_id', nullable: true })
  releasedByPostId!: string | null;

  @Column({ type: 'text', name: 'released_by_name', nullable: true })
  releasedByName!: string | null;

  @Column({ type: 'timestamptz', name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'text', name: 'release_reason', nullable: true })
  releaseReason!: string | null;
}
