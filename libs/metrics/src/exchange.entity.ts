import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode, ShareExclusion, ShareIndicator } from '#contracts';
import { Agency } from '#directory';
import { Document } from '#documents';
import { Arrival } from '#incoming';

/** One issued document and one agency that got it: the unit of the electronic share. Derived from the registers of both. */
@Entity('exchanges')
@Check('exchanges_origin_check', 'num_nonnulls(document_id, arrival_id) = 1')
@Check('exchanges_origin_id_check', 'origin_id = coalesce(document_id, arrival_id)')
@Index('exchanges_indicator', ['indicator', 'issuedOn', 'originId', 'recipientId'])
@Index('exchanges_sender', ['senderId', 'indicator', 'issuedOn', 'originId', 'recipientId'])
@Index('exchanges_recipient', ['recipientId', 'indicator', 'issuedOn', 'originId'])
export class Exchange {
  /** The document in its sender’s register, or else the arrival in the register of the recipient. */
  @PrimaryColumn({ type: 'uuid', name: 'origin_id', primaryKeyConstraintName: 'exchanges_pkey' })
  originId!: string;

  @ForeignKey(() => Agency, { name: 'exchanges_recipient_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'recipient_id', primaryKeyConstraintName: 'exchanges_pkey' })
  recipientId!: string;

  @ForeignKey(() => Document, { name: 'exchanges_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: true })
  documentId!: string | null;

  /** Paper that the recipient registered and the sender’s register does not know. */
  @ForeignKey(() => Arrival, { name: 'exchanges_arrival_fkey' })
  @Column({ type: 'uuid', name: 'arrival_id', nullable: true })
  arrivalId!: string | null;

  @ForeignKey(() => Agency, { name: 'exchanges_sender_fkey' })
  @Column({ type: 'uuid', name: 'sender_id', nullable: false })
  senderId!: string;

  /** Null: counted by neither. */
  @Column({ type: 'text', name: 'indicator', nullable: true })
  indicator!: ShareIndicator | null;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  /** In the words of that day. */
  @Column({ type: 'text', name: 'type_name', nullable: false })
  typeName!: string;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ExchangeMode;

  /** Code of the sender’s reason for paper. */
  @Column({ type: 'text', name: 'paper_reason', nullable: true })
  paperReason!: string | null;

  /** By the register of the sender. */
  @Column({ type: 'boolean', name: 'sent_on_paper', nullable: false })
  sentOnPaper!: boolean;

  /** By the register of the recipient. */
  @Column({ type: 'boolean', name: 'came_on_paper', nullable: false })
  cameOnPaper!: boolean;

  /** Why it counts nowhere; null when it counts. */
  @Column({ type: 'text', name: 'excluded_reason', nullable: true })
  excludedReason!: ShareExclusion | null;
}
