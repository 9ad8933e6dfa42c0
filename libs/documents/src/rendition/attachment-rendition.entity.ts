import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RenditionFault } from '#contracts';

/** The PDF of a content of an Office kind: one for all the files with the same bytes. */
@Entity('attachment_renditions')
@Check('attachment_renditions_state_check', `state IN ('waiting', 'made', 'failed')`)
export class AttachmentRendition {
  /** Of the original. */
  @PrimaryColumn({ type: 'text', name: 'digest', primaryKeyConstraintName: 'attachment_renditions_pkey' })
  digest!: string;

  @PrimaryColumn({ type: 'text', name: 'media_type', primaryKeyConstraintName: 'attachment_renditions_pkey' })
  mediaType!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: 'waiting' | 'made' | 'failed';

  @Column({ type: 'text', name: 'fault', nullable: true })
  fault!: RenditionFault | null;

  /** Of the PDF. */
  @Column({ type: 'text', name: 'rendition_digest', nullable: true })
  renditionDigest!: string | null;

  /** Of the PDF, in bytes. */
  @Column({ type: 'bigint', name: 'size', nullable: true })
  size!: number | null;

  @Column({ type: 'timestamptz', name: 'asked_at', nullable: false })
  askedAt!: Date;

  @Column({ type: 'timestamptz', name: 'made_at', nullable: true })
  madeAt!: Date | null;
}
