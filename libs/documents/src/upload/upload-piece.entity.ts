import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Upload } from './upload.entity.js';

/** A piece of a file on its way; its bytes are staged in the file store under its id. */
@Entity('upload_pieces')
@Unique('upload_pieces_start_key', ['uploadId', 'start'])
export class UploadPiece {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'upload_pieces_pkey' })
  id!: string;

  @ForeignKey(() => Upload, { name: 'upload_pieces_upload_fkey' })
  @Column({ type: 'uuid', name: 'upload_id', nullable: false })
  uploadId!: string;

  @Column({ type: 'bigint', name: 'start', nullable: false })
  start!: number;

  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;
}
