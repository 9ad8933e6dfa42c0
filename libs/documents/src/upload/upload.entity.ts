import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Document } from '../document.entity.js';

/** A file on its way to a draft. Its id becomes that of the attachment. */
@Entity('uploads')
@Index('uploads_expiry', ['expiresAt'])
export class Upload {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'uploads_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'uploads_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'text', name: 'file_name', nullable: false })
  fileName!: string;

  /** Of the whole file, in bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;

  /** Bytes that have come; the whole size only once the file is attached. */
  @Column({ type: 'bigint', name: 'received', nullable: false })
  received!: number;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;
}
