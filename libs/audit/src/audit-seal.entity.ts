import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The place of an entry in the chain of its agency; append-only. */
@Entity('audit_seals')
@Unique('audit_seals_entry_key', ['entryId'])
export class AuditSeal {
  @PrimaryColumn({ type: 'text', name: 'chain', primaryKeyConstraintName: 'audit_seals_pkey' })
  chain!: string;

  @PrimaryColumn({ type: 'bigint', name: 'position', primaryKeyConstraintName: 'audit_seals_pkey' })
  position!: number;

  @Column({ type: 'uuid', name: 'entry_id', nullable: false })
  entryId!: string;

  @Column({ type: 'text', name: 'hash', nullable: false })
  hash!: string;

  @Column({ type: 'timestamptz', name: 'sealed_at', nullable: false })
  sealedAt!: Date;
}
