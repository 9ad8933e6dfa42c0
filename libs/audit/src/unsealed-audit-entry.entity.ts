import { Entity, PrimaryColumn } from 'typeorm';

/** An entry that no chain holds yet. */
@Entity('audit_unsealed')
export class UnsealedAuditEntry {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id', primaryKeyConstraintName: 'audit_unsealed_pkey' })
  entryId!: string;
}
