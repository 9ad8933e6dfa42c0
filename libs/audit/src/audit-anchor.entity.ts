import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Head } from './chain.js';

/** Ties the heads of all chains together: each anchor holds the hash of the one before; append-only. */
@Entity('audit_anchors')
export class AuditAnchor {
  @PrimaryColumn({ type: 'bigint', name: 'number', primaryKeyConstraintName: 'audit_anchors_pkey' })
  number!: number;

  /** The heads of the chains that moved since the anchor before. */
  @Column({ type: 'jsonb', name: 'heads', nullable: false })
  heads!: readonly Head[];

  @Column({ type: 'text', name: 'hash', nullable: false })
  hash!: string;

  @Column({ type: 'timestamptz', name: 'anchored_at', nullable: false })
  anchoredAt!: Date;
}
