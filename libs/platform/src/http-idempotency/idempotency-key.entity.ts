import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request that may be repeated, and the answer that it got. */
@Entity('idempotency_keys')
@Index('idempotency_keys_age', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  personId!: string;

  @PrimaryColumn({ type: 'text', name: 'key', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key!: string;

  @Column({ type: 'text', name: 'request_digest', nullable: false })
  requestDigest!: string;

  @Column({ type: 'integer', name: 'status', nullable: true })
  status!: number | null;

  @Column({ type: 'jsonb', name: 'response', nullable: true })
  response!: unknown;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
