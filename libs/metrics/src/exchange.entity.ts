import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode, ShareIndicator } from '#contracts';
import { Agency } from '#directory';
import { Document } from '#documents';

/** One issued document and one agency that got it: the unit of the electronic share. Derived from the deliveries. */
@Entity('exchanges')
@Index('exchanges_indicator', ['indicator', 'issuedOn', 'documentId', 'recipientId'])
@Index('exchanges_sender', ['senderId', 'indicator', 'issuedOn', 'documentId', 'recipientId'])
export class Exchange {
  @ForeignKey(() => Document, { name: 'exchanges_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'exchanges_pkey' })
  documentId!: string;

  @ForeignKey(() => Agency, { name: 'exchanges_recipient_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'recipient_id', primaryKeyConstraintName: 'exchanges_pkey' })
  recipientId!: string;

  @ForeignKey(() => Agency, { name: 'exchanges_sender_fkey' })
  @Column({ type: 'uuid', name: 'sender_id', nullable: false })
  senderId!: string;

  /** Null: counted by neither. */
  @Column({ type: 'text', name: 'indicator', nullable: true })
  indicator!: ShareIndicator | null;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ExchangeMode;

  /** Why it counts nowhere; null when it counts. */
  @Column({ type: 'text', name: 'excluded_reason', nullable: true })
  excludedReason!: string | null;
}
