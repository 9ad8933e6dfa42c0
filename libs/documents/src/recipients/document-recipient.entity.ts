import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode } from '#contracts';
import { Agency, PaperReason } from '#directory';
import { Document } from '../document.entity.js';

/** An agency that a document is for, and the way in which it travels there. */
@Entity('document_recipients')
@Index('document_recipients_agency', ['agencyId', 'documentId'])
export class DocumentRecipient {
  @ForeignKey(() => Document, { name: 'document_recipients_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_recipients_pkey' })
  documentId!: string;

  @ForeignKey(() => Agency, { name: 'document_recipients_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'document_recipients_pkey' })
  agencyId!: string;

  @Column({ type: 'text', name: 'channel', nullable: false })
  channel!: ExchangeMode;

  /** Why paper is sent; null for what travels without paper, and for drafts that don’t say yet. */
  @ForeignKey(() => PaperReason, { name: 'document_recipients_paper_reason_fkey' })
  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  @Column({ type: 'text', name: 'paper_note', nullable: false, default: '' })
  paperNote!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** 1 for the first sending; further copies count on. */
  @Column({ type: 'integer', name: 'sending', nullable: false, default: 1 })
  sending!: number;
}
