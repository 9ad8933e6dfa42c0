import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PaperReason } from '#directory';
import { Document } from '../document.entity.js';

/** A body outside the system that a document is for, under the name and the postal address that somebody wrote. */
@Entity('document_external_recipients')
@Unique('document_external_recipients_body_key', ['documentId', 'bodyKey'])
export class DocumentExternalRecipient {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'document_external_recipients_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'document_external_recipients_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'address', nullable: false })
  address!: string;

  /** Name and address in plain letters: the same body is not written to twice. */
  @Column({ type: 'text', name: 'body_key', nullable: false })
  bodyKey!: string;

  @ForeignKey(() => PaperReason, { name: 'document_external_recipients_paper_reason_fkey' })
  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  @Column({ type: 'text', name: 'paper_note', nullable: false })
  paperNote!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** 1 for the first sending; further copies count on. */
  @Column({ type: 'integer', name: 'sending', nullable: false })
  sending!: number;
}
