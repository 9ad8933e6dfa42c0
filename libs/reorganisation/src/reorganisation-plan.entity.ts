import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlanChange, PlanState } from '#contracts';
import { Post } from '#identity';
import type { Finding } from './plan-finding.js';

/** A change of the agencies that takes effect on one day, all of it or nothing. */
@Entity('reorganisation_plans')
@Index('reorganisation_plans_due', { synchronize: false })
export class ReorganisationPlan {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'reorganisation_plans_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'title', nullable: false })
  title!: string;

  @Column({ type: 'text', name: 'legal_basis', nullable: false })
  legalBasis!: string;

  /** It takes effect at its first moment, in Vietnam. */
  @Column({ type: 'date', name: 'effective_on', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: PlanState;

  /** Goes up with every change: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;

  /** Null: read from a file by the operator of the system. */
  @ForeignKey(() => Post, { name: 'reorganisation_plans_drafter_fkey' })
  @Column({ type: 'uuid', name: 'drafted_by_post_id', nullable: true })
  draftedByPostId!: string | null;

  @ForeignKey(() => Post, { name: 'reorganisation_plans_scheduler_fkey' })
  @Column({ type: 'uuid', name: 'scheduled_by_post_id', nullable: true })
  scheduledByPostId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', nullable: false })
  updatedAt!: Date;

  @Column({ type: 'timestamptz', name: 'scheduled_at', nullable: true })
  scheduledAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'took_effect_at', nullable: true })
  tookEffectAt!: Date | null;

  /** What happened to each agency, once it took effect. */
  @Column({ type: 'jsonb', name: 'outcome', nullable: true })
  outcome!: readonly PlanChange[] | null;

  /** Why it did not take effect on its day. */
  @Column({ type: 'jsonb', name: 'failure', nullable: true })
  failure!: readonly Finding[] | null;
}
