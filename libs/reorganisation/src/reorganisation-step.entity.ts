import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PlanStep, PlanStepKind } from '#contracts';
import { ReorganisationPlan } from './reorganisation-plan.entity.js';

/** One step of a plan; the steps take effect together, their order is for the reader. */
@Entity('reorganisation_steps')
export class ReorganisationStep {
  @ForeignKey(() => ReorganisationPlan, { name: 'reorganisation_steps_plan_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'plan_id', primaryKeyConstraintName: 'reorganisation_steps_pkey' })
  planId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer', name: 'position', primaryKeyConstraintName: 'reorganisation_steps_pkey' })
  position!: number;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: PlanStepKind;

  @Column({ type: 'jsonb', name: 'data', nullable: false })
  data!: PlanStep;
}
