import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act on one thing; append-only. */
@Entity('audit_entries')
@Index('audit_entries_object', ['objectType', 'objectId', 'at'])
@Index('audit_entries_time', ['at', 'id'])
@Index('audit_entries_agency', ['agencyId', 'at', 'id'])
@Index('audit_entries_person', ['personId', 'at', 'id'])
@Index('audit_entries_action', ['action', 'at', 'id'])
@Index('audit_entries_search', { synchronize: false })
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'audit_entries_pkey' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'at', nullable: false })
  at!: Date;

  @Column({ type: 'uuid', name: 'agency_id', nullable: true })
  agencyId!: string | null;

  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'uuid', name: 'post_id', nullable: true })
  postId!: string | null;

  @Column({ type: 'text', name: 'actor_name', nullable: true })
  actorName!: string | null;

  @Column({ type: 'text', name: 'actor_position', nullable: true })
  actorPosition!: string | null;

  @Column({ type: 'text', name: 'action', nullable: false })
  action!: string;

  @Column({ type: 'text', name: 'object_type', nullable: false })
  objectType!: string;

  @Column({ type: 'text', name: 'object_id', nullable: false })
  objectId!: string;

  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;

  @Column({ type: 'jsonb', name: 'data', nullable: false })
  data!: unknown;

  /** Whose post the actor acted in, when the entry is on another agency’s trail. */
  @Column({ type: 'uuid', name: 'actor_agency_id', nullable: true })
  actorAgencyId!: string | null;

  @Column({ type: 'text', name: 'address', nullable: true })
  address!: string | null;

  @Column({ type: 'uuid', name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column({ type: 'text', name: 'before_digest', nullable: true })
  beforeDigest!: string | null;

  @Column({ type: 'text', name: 'after_digest', nullable: true })
  afterDigest!: string | null;
}
