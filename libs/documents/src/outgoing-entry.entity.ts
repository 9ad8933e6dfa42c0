import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '#directory';
import { Post } from '#identity';
import { Document } from './document.entity.js';

/** A line of the outgoing register (Decree 30/2020, Annex IV). */
@Entity('outgoing_entries')
@Unique('outgoing_entries_number_key', ['agencyId', 'year', 'number'])
@Unique('outgoing_entries_document_key', ['documentId'])
export class OutgoingEntry {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'outgoing_entries_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'outgoing_entries_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'integer', name: 'year', nullable: false })
  year!: number;

  @Column({ type: 'integer', name: 'number', nullable: false })
  number!: number;

  @Column({ type: 'text', name: 'symbol', nullable: false })
  symbol!: string;

  @ForeignKey(() => Document, { name: 'outgoing_entries_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @ForeignKey(() => Post, { name: 'outgoing_entries_post_fkey' })
  @Column({ type: 'uuid', name: 'entered_by_post_id', nullable: false })
  enteredByPostId!: string;

  @Column({ type: 'timestamptz', name: 'entered_at', nullable: false })
  enteredAt!: Date;
}
