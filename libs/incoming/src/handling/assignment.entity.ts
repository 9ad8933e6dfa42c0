import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AssignmentRole, AssignmentState } from '#contracts';
import { Post, Unit } from '#identity';
import { Arrival } from '../arrival.entity.js';

/** A part of the work on an arrival, with a unit or with a person (Decree 30/2020, Art. 23 and 24). */
@Entity('assignments')
@Index('assignments_arrival', ['arrivalId', 'id'])
@Index('assignments_parent', ['parentId'])
@Index('assignments_post', { synchronize: false })
@Index('assignments_unit', { synchronize: false })
@Index('assignments_given', { synchronize: false })
@Index('assignments_due', { synchronize: false })
@Index('assignments_one_lead', { synchronize: false })
@Check('assignments_role_check', `role IN ('lead', 'support')`)
@Check('assignments_state_check', `state IN ('open', 'in-process', 'done', 'handed-back', 'withdrawn')`)
@Check('assignments_holder_check', '(unit_id IS NULL) <> (post_id IS NULL)')
@Check('assignments_ended_check', `(ended_at IS NULL) = (state IN ('open', 'in-process'))`)
export class Assignment {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'assignments_pkey' })
  id!: string;

  @ForeignKey(() => Arrival, { name: 'assignments_arrival_fkey' })
  @Column({ type: 'uuid', name: 'arrival_id', nullable: false })
  arrivalId!: string;

  /** The part of a unit that it is a part of; null for what a leader gave. */
  @ForeignKey(() => Assignment, { name: 'assignments_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text', name: 'role', nullable: false })
  role!: AssignmentRole;

  @ForeignKey(() => Unit, { name: 'assignments_unit_fkey' })
  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @ForeignKey(() => Post, { name: 'assignments_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: true })
  postId!: string | null;

  /** The last day for it. */
  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'text', name: 'instruction', nullable: false })
  instruction!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: AssignmentState;

  @ForeignKey(() => Post, { name: 'assignments_assigned_by_fkey' })
  @Column({ type: 'uuid', name: 'assigned_by_post_id', nullable: false })
  assignedByPostId!: string;

  @Column({ type: 'timestamptz', name: 'assigned_at', nullable: false })
  assignedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** What came of it, or why it was handed back. */
  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;

  /** When something last happened to it, and when whoever has it last opened the document. */
  @Column({ type: 'timestamptz', name: 'changed_at', nullable: false })
  changedAt!: Date;

  @Column({ type: 'timestamptz', name: 'seen_at', nullable: true })
  seenAt!: Date | null;
}
