import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode } from '#contracts';
import { Agency } from '#directory';
import { Document } from './document.entity.js';

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

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;
}
