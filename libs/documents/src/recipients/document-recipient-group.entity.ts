import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ExchangeMode } from '#contracts';
import { PaperReason, RecipientGroup } from '#directory';
import { Document } from '../document.entity.js';

/** A group that a document is for; whom it stood for is resolved and written down when the document is sent. */
@Entity('document_recipient_groups')
export class DocumentRecipientGroup {
  @ForeignKey(() => Document, { name: 'document_recipient_groups_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_recipient_groups_pkey' })
  documentId!: string;

  @ForeignKey(() => RecipientGroup, { name: 'document_recipient_groups_group_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'group_id', primaryKeyConstraintName: 'document_recipient_groups_pkey' })
  groupId!: string;

  @Column({ type: 'text', name: 'channel', nullable: false })
  channel!: ExchangeMode;

  /** Why paper is sent; null for what travels without paper, and for drafts that don’t say yet. */
  @ForeignKey(() => PaperReason, { name: 'document_recipient_groups_paper_reason_fkey' })
  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  @Column({ type: 'text', name: 'paper_note', nullable: false, default: '' })
  paperNote!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** 1 for the first sending; further copies count on. */
  @Column({ type: 'integer', name: 'sending', nullable: false, default: 1 })
  sending!: number;

  /** The name of the group when the document was sent. */
  @Column({ type: 'text', name: 'sent_name', nullable: true })
  sentName!: string | null;

  /** How many agencies the group stood for when the document was sent. */
  @Column({ type: 'integer', name: 'sent_count', nullable: true })
  sentCount!: number | null;
}
