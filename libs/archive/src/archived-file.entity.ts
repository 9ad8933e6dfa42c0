import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ArchiveEntry } from './archive-entry.entity.js';

/** A file of an archive entry; its bytes are in the file store under the digest. */
@Entity('archived_files')
export class ArchivedFile {
  @ForeignKey(() => ArchiveEntry, { name: 'archived_files_entry_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'entry_id', primaryKeyConstraintName: 'archived_files_pkey' })
  entryId!: string;

  @PrimaryColumn({ type: 'integer', name: 'position', primaryKeyConstraintName: 'archived_files_pkey' })
  position!: number;

  @Column({ type: 'text', name: 'file_name', nullable: false })
  fileName!: string;

  /** In bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;
}
