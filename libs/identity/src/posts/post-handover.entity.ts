import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Post } from '../post.entity.js';

/** The open work of a post that ends goes to another post on a day; a post hands over once. */
@Entity('post_handovers')
@Unique('post_handovers_from_key', ['fromPostId'])
@Index('post_handovers_to', ['toPostId'])
@Index('post_handovers_open', { synchronize: false })
export class PostHandover {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'post_handovers_pkey' })
  id!: string;

  @ForeignKey(() => Post, { name: 'post_handovers_from_fkey' })
  @Column({ type: 'uuid', name: 'from_post_id', nullable: false })
  fromPostId!: string;

  @ForeignKey(() => Post, { name: 'post_handovers_to_fkey' })
  @Column({ type: 'uuid', name: 'to_post_id', nullable: false })
  toPostId!: string;

  /** The first day on which the post is no longer held. */
  @Column({ type: 'date', name: 'effective_on', nullable: false })
  effectiveOn!: string;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;

  @ForeignKey(() => Post, { name: 'post_handovers_maker_fkey' })
  @Column({ type: 'uuid', name: 'made_by_post_id', nullable: false })
  madeByPostId!: string;

  @Column({ type: 'timestamptz', name: 'made_at', nullable: false })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
