import { Entity, Column, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import { ReorganisationPlan } from './reorganisation-plan.entity.js';

/** A post that ended by a plan, and the one that took its place. */
@Entity('reorganisation_moved_posts')
@Index('reorganisation_moved_posts_plan', ['planId', 'fromPostId'])
export class MovedPost {
  @ForeignKey(() => Post, { name: 'reorganisation_moved_posts_from_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'from_post_id', primaryKeyConstraintName: 'reorganisation_moved_posts_pkey' })
  fromPostId!: string;

  @ForeignKey(() => Post, { name: 'reorganisation_moved_posts_to_fkey' })
  @Column({ type: 'uuid', name: 'to_post_id', nullable: false })
  toPostId!: string;

  @ForeignKey(() => ReorganisationPlan, { name: 'reorganisation_moved_posts_plan_fkey' })
  @Column({ type: 'uuid', name: 'plan_id', nullable: false })
  planId!: string;
}
