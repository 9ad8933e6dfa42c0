import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Document } from '../document.entity.js';

/** A file of a document; its bytes are in the file store under the digest. */
@Entity('attachments')
@Unique('attachments_position_key', ['documentId', 'position'], { deferrable: 'INITIALLY IMMEDIATE' })
@Check('attachments_position_check', 'position >= 1')
@Index('attachments_digest', ['digest'])
export class Attachment {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'attachments_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'attachments_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  /** From 1 without a gap: at 1 stands the main text, after it its appendices in their order. */
  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  @Column({ type: 'text', name: 'file_name', nullable: false })
  fileName!: string;

  @Column({ type: 'text', name: 'media_type', nullable: false })
  mediaType!: string;

  /** In bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @Column({ type: 'timestamptz', name: 'uploaded_at', nullable: false })
  uploadedAt!: Date;
}
