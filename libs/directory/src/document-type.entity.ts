import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A type of document with its abbreviation (Decree 30/2020, Annex III); a province adds its own. */
@Entity('document_types')
@Index('document_types_name', { synchronize: false })
@Index('document_types_abbreviation', { synchronize: false })
export class DocumentType {
  @PrimaryColumn({ type: 'text', name: 'code', primaryKeyConstraintName: 'document_types_pkey' })
  code!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** None for official letters. */
  @Column({ type: 'text', name: 'abbreviation', nullable: true })
  abbreviation!: string | null;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** Goes up with every change: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  /** Its last day of use; types are never deleted, because documents keep them. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;
}
