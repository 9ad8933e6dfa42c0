import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import type { Json } from '#kernel';
import { Document } from '../document.entity.js';

/** The time at which an issued document is sent by itself. Gone once it is sent; the trail keeps what was. */
@Entity('scheduled_sendings')
@Index('scheduled_sendings_due', { synchronize: false })
export class ScheduledSending {
  @ForeignKey(() => Document, { name: 'scheduled_sendings_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'scheduled_sendings_pkey' })
  documentId!: string;

  @Column({ type: 'timestamptz', name: 'send_at', nullable: false })
  sendAt!: Date;

  @ForeignKey(() => Post, { name: 'scheduled_sendings_set_by_fkey' })
  @Column({ type: 'uuid', name: 'set_by_post_id', nullable: false })
  setByPostId!: string;

  @Column({ type: 'timestamptz', name: 'set_at', nullable: false })
  setAt!: Date;

  /** When the time came and it could not be sent. */
  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  /** The code of the refusal. */
  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode!: string | null;

  @Column({ type: 'jsonb', name: 'failure_params', nullable: true })
  failureParams!: Json;
}
