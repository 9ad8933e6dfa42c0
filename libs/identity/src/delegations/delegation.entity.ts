import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Post } from '../post.entity.js';

/** One post stands in for another during an absence. */
@Entity('delegations')
@Index('delegations_from', ['fromPostId'])
@Index('delegations_to', ['toPostId'])
export class Delegation {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'delegations_pkey' })
  id!: string;

  @ForeignKey(() => Post, { name: 'delegations_from_fkey' })
  @Column({ type: 'uuid', name: 'from_post_id', nullable: false })
  fromPostId!: string;

  @ForeignKey(() => Post, { name: 'delegations_to_fkey' })
  @Column({ type: 'uuid', name: 'to_post_id', nullable: false })
  toPostId!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: false })
  validFrom!: string;

  /** The last day. */
  @Column({ type: 'date', name: 'valid_to', nullable: false })
  validTo!: string;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;

  @ForeignKey(() => Post, { name: 'delegations_maker_fkey' })
  @Column({ type: 'uuid', name: 'made_by_post_id', nullable: false })
  madeByPostId!: string;

  @Column({ type: 'timestamptz', name: 'made_at', nullable: false })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @ForeignKey(() => Post, { name: 'delegations_revoker_fkey' })
  @Column({ type: 'uuid', name: 'revoked_by_post_id', nullable: true })
  revokedByPostId!: string | null;
}
