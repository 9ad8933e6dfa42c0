import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '#identity';
import { AccessChange } from './access-change.entity.js';

/** A post that a change names: to whom reading was opened, or who keeps it. */
@Entity('access_change_posts')
@Index('access_change_posts_post', ['postId'])
export class AccessChangePost {
  @ForeignKey(() => AccessChange, { name: 'access_change_posts_change_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'change_id', primaryKeyConstraintName: 'access_change_posts_pkey' })
  changeId!: string;

  @ForeignKey(() => Post, { name: 'access_change_posts_post_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'post_id', primaryKeyConstraintName: 'access_change_posts_pkey' })
  postId!: string;
}
