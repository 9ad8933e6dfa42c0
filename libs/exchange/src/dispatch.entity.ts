import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';
import { Document } from '#documents';
import { Post } from '#identity';

/** A document sent to all its recipients at one moment. */
@Entity('dispatches')
@Index('dispatches_document', ['documentId'])
export class Dispatch {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'dispatches_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'dispatches_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @ForeignKey(() => Agency, { name: 'dispatches_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  /** 1 for the first sending; further copies count on. */
  @Column({ type: 'integer', name: 'sending', nullable: false, default: 1 })
  sending!: number;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @ForeignKey(() => Post, { name: 'dispatches_post_fkey' })
  @Column({ type: 'uuid', name: 'sent_by_post_id', nullable: false })
  sentByPostId!: string;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: false })
  sentAt!: Date;
}
