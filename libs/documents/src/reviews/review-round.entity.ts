import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReviewMode, ReviewRoundView } from '#contracts';
import { Document } from '../document.entity.js';

/** One time that a draft goes through its reviewers; a document has one open round at most. */
@Entity('review_rounds')
@Unique('review_rounds_number_key', ['documentId', 'number'])
@Index('review_rounds_open', { synchronize: false })
export class ReviewRound {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'review_rounds_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'review_rounds_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'integer', name: 'number', nullable: false })
  number!: number;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ReviewMode;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: ReviewRoundView['state'];

  @Column({ type: 'integer', name: 'version_number', nullable: false })
  versionNumber!: number;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: false })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
