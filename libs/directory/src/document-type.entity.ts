import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A type of document with its abbreviation (Decree 30/2020, Annex III); a province adds its own. */
@Entity('document_types')
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
}
