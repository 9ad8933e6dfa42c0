import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgencyLevel } from '#contracts';

/** An agency under the code, name and level that hold while it is valid (Decision 20/2020). */
@Entity('agencies')
@Unique('agencies_code_key', ['code'])
@Index('agencies_search', { synchronize: false })
@Index('agencies_keys', { synchronize: false })
@Index('agencies_level', ['level', 'code'])
@Index('agencies_code102', ['code102'])
@Index('agencies_parent', ['parentId', 'code'])
export class Agency {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'agencies_pkey' })
  id!: string;

  /** Level 1 at the left: `H28.15`. */
  @Column({ type: 'text', name: 'code', nullable: false })
  code!: string;

  /** The form of QCVN 102, level 1 at the right. */
  @Column({ type: 'text', name: 'code102', nullable: true })
  code102!: string | null;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'abbreviation', nullable: false })
  abbreviation!: string;

  @Column({ type: 'text', name: 'level', nullable: false })
  level!: AgencyLevel;

  @ForeignKey(() => Agency, { name: 'agencies_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'date', name: 'valid_from', nullable: false })
  validFrom!: string;

  /** The last day; null while it is open. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column({ type: 'text', name: 'address', nullable: false, default: '' })
  address!: string;

  @Column({ type: 'text', name: 'email', nullable: false, default: '' })
  email!: string;

  @Column({ type: 'text', name: 'phone', nullable: false, default: '' })
  phone!: string;

  /** Goes up with every change; kept by the database. */
  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  /** Names, abbreviations and codes, now and before, folded; kept by the database. */
  @Column({ type: 'text', name: 'search_text', nullable: false })
  searchText!: string;

  /** Codes and abbreviations, now and before, folded: what a search can name exactly; kept by the database. */
  @Column({ type: 'text', name: 'search_keys', array: true, nullable: false, default: () => "'{}'" })
  searchKeys!: string[];
}
