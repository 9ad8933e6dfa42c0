import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NumberState } from '#contracts';
import { Agency, DocumentType } from '#directory';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** A number of the outgoing register with what it was given to (Decree 30/2020, Annex IV); it stays, also cancelled. */
@Entity('outgoing_entries')
@Unique('outgoing_entries_number_key', ['agencyId', 'year', 'series', 'number'])
@Unique('outgoing_entries_document_key', ['documentId'])
@Index('outgoing_entries_day', ['agencyId', 'year', 'day', 'id'])
@Index('outgoing_entries_type', ['agencyId', 'year', 'typeCode', 'day', 'id'])
@Index('outgoing_entries_signer', ['agencyId', 'year', 'signerPostId', 'day', 'id'])
@Index('outgoing_entries_open', { synchronize: false })
@Index('outgoing_entries_search', { synchronize: false })
@Check(
  'outgoing_entries_state',
  `CASE state WHEN 'given' THEN document_id IS NOT NULL AND symbol IS NOT NULL AND cancelled_at IS NULL
     WHEN 'reserved' THEN document_id IS NULL AND cancelled_at IS NULL
     WHEN 'cancelled' THEN cancel_reason IS NOT NULL AND cancelled_at IS NOT NULL
     ELSE false END`,
)
export class OutgoingEntry {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'outgoing_entries_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'outgoing_entries_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'integer', name: 'year', nullable: false })
  year!: number;

  /** As in number_sequences. */
  @Column({ type: 'text', name: 'series', nullable: false, default: '' })
  series!: string;

  @Column({ type: 'integer', name: 'number', nullable: false })
  number!: number;

  @Column({ type: 'text', name: 'state', nullable: false, default: 'given' })
  state!: NumberState;

  /** Null for a number that no document has had. */
  @Column({ type: 'text', name: 'symbol', nullable: true })
  symbol!: string | null;

  /** The day of the document, before that the day on which the number was reserved. */
  @Column({ type: 'date', name: 'day', nullable: false })
  day!: string;

  @ForeignKey(() => DocumentType, { name: 'outgoing_entries_type_fkey' })
  @Column({ type: 'text', name: 'type_code', nullable: true })
  typeCode!: string | null;

  @ForeignKey(() => Document, { name: 'outgoing_entries_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId!: string | null;

  @ForeignKey(() => Post, { name: 'outgoing_entries_signer_fkey' })
  @Column({ type: 'uuid', name: 'signer_post_id', nullable: true })
  signerPostId!: string | null;

  /** Why it was reserved; it stays when the number is used. */
  @Column({ type: 'text', name: 'reason', nullable: false, default: '' })
  reason!: string;

  @Column({ type: 'text', name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  @ForeignKey(() => Post, { name: 'outgoing_entries_cancelled_by_fkey' })
  @Column({ type: 'uuid', name: 'cancelled_by_post_id', nullable: true })
  cancelledByPostId!: string | null;

  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true })
  cancelledAt!: Date | null;

  @ForeignKey(() => Post, { name: 'outgoing_entries_post_fkey' })
  @Column({ type: 'uuid', name: 'entered_by_post_id', nullable: false })
  enteredByPostId!: string;

  @Column({ type: 'timestamptz', name: 'entered_at', nullable: false })
  enteredAt!: Date;

  @Column({ type: 'text', name: 'search_text', nullable: false, default: '' })
  searchText!: string;
}
