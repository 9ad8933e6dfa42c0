import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccessChangeKind, AccessObjectType } from '#contracts';
import { Agency } from '#directory';
import { Post } from '#identity';

/** A change of who may read one document: in force from the moment it is made until it is withdrawn. */
@Entity('access_changes')
@Index('access_changes_object', { synchronize: false })
@Index('access_changes_narrowed', { synchronize: false })
@Index('access_changes_unconfirmed', { synchronize: false })
export class AccessChange {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'access_changes_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'object_type', nullable: false })
  objectType!: AccessObjectType;

  @Column({ type: 'uuid', name: 'object_id', nullable: false })
  objectId!: string;

  @ForeignKey(() => Agency, { name: 'access_changes_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: AccessChangeKind;

  @Column({ type: 'text', name: 'reason', nullable: false })
  reason!: string;

  @ForeignKey(() => Post, { name: 'access_changes_changed_by_fkey' })
  @Column({ type: 'uuid', name: 'changed_by_post_id', nullable: false })
  changedByPostId!: string;

  @Column({ type: 'timestamptz', name: 'changed_at', nullable: false })
  changedAt!: Date;

  @ForeignKey(() => Post, { name: 'access_changes_confirmed_by_fkey' })
  @Column({ type: 'uuid', name: 'confirmed_by_post_id', nullable: true })
  confirmedByPostId!: string | null;

  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @ForeignKey(() => Post, { name: 'access_changes_withdrawn_by_fkey' })
  @Column({ type: 'uuid', name: 'withdrawn_by_post_id', nullable: true })
  withdrawnByPostId!: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
