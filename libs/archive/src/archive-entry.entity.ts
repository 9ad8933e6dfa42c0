import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ArchiveDirection } from '#contracts';
import { Agency } from '#directory';

/** A completed document as its agency keeps it; never changed but for the time of the last check and who may read it. */
@Entity('archive_entries')
@Unique('archive_entries_source_key', ['direction', 'sourceId'])
@Index('archive_entries_agency', ['agencyId', 'id'])
@Index('archive_entries_search', { synchronize: false })
export class ArchiveEntry {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'archive_entries_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'archive_entries_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'direction', nullable: false })
  direction!: ArchiveDirection;

  /** The document (outgoing) or the arrival (incoming). */
  @Column({ type: 'uuid', name: 'source_id', nullable: false })
  sourceId!: string;

  @Column({ type: 'text', name: 'issuer_name', nullable: false })
  issuerName!: string;

  @Column({ type: 'text', name: 'type_name', nullable: false })
  typeName!: string;

  @Column({ type: 'text', name: 'symbol', nullable: false })
  symbol!: string;

  @Column({ type: 'text', name: 'subject', nullable: false })
  subject!: string;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'integer', name: 'arrival_number', nullable: true })
  arrivalNumber!: number | null;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @Column({ type: 'text', name: 'archived_by', nullable: false })
  archivedBy!: string;

  @Column({ type: 'timestamptz', name: 'archived_at', nullable: false })
  archivedAt!: Date;

  /** When the stored bytes were last read and found equal. */
  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;

  /** True while reading is narrowed to those named. */
  @Column({ type: 'boolean', name: 'restricted', nullable: false, default: false })
  restricted!: boolean;

  @Column({ type: 'text', name: 'search_text', nullable: false })
  searchText!: string;
}
