import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Arrival } from './arrival.entity.js';

/** A file of an arrival; its bytes are in the file store under the digest, shared with the sender. */
@Entity('arrival_attachments')
@Check('arrival_attachments_dpi_check', 'dpi > 0')
@Unique('arrival_attachments_position_key', ['arrivalId', 'position'])
export class ArrivalAttachment {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'arrival_attachments_pkey' })
  id!: string;

  @ForeignKey(() => Arrival, { name: 'arrival_attachments_arrival_fkey' })
  @Column({ type: 'uuid', name: 'arrival_id', nullable: false })
  arrivalId!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  @Column({ type: 'text', name: 'file_name', nullable: false })
  fileName!: string;

  @Column({ type: 'text', name: 'media_type', nullable: false })
  mediaType!: string;

  /** In bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: false })
  size!: number;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  /** Of a scan, where its first page tells it. */
  @Column({ type: 'integer', name: 'dpi', nullable: true })
  dpi!: number | null;
}
