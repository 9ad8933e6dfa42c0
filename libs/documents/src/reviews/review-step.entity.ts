import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReviewStepState } from '#contracts';
import { Post } from '#identity';
import { Document } from '../document.entity.js';
import { ReviewRound } from './review-round.entity.js';

/** What one reviewer is asked in a round. An open step moves with the work of its post; a decided one stays. */
@Entity('review_steps')
@Unique('review_steps_position_key', ['roundId', 'position'])
@Index('review_steps_document', { synchronize: false })
@Index('review_steps_post', ['postId', 'state', 'documentId'])
export class ReviewStep {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'review_steps_pkey' })
  id!: string;

  @ForeignKey(() => ReviewRound, { name: 'review_steps_round_fkey' })
  @Column({ type: 'uuid', name: 'round_id', nullable: false })
  roundId!: string;

  @ForeignKey(() => Document, { name: 'review_steps_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  @ForeignKey(() => Post, { name: 'review_steps_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: false })
  postId!: string;

  @Column({ type: 'date', name: 'due_on', nullable: false })
  dueOn!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: ReviewStepState;

  /** True for the latest round unless it was called back: whoever it asks reads the document. */
  @Column({ type: 'boolean', name: 'reads', nullable: false })
  reads!: boolean;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
