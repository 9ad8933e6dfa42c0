import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A job that was promised in the transaction of the change it follows from. The row stays until the job is done;
 * the queue only says when to look, so a queue that loses everything loses nothing.
 */
@Entity('outbox_messages')
@Index('outbox_messages_waiting', { synchronize: false })
@Index('outbox_messages_oldest', { synchronize: false })
@Index('outbox_messages_scheduled', { synchronize: false })
@Index('outbox_messages_relayed', { synchronize: false })
@Index('outbox_messages_failed', { synchronize: false })
export class OutboxMessage {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outbox_messages_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'job', nullable: false })
  job!: string;

  @Column({ type: 'jsonb', name: 'payload', nullable: false })
  payload!: unknown;

  /** 1 is served first. */
  @Column({ type: 'smallint', name: 'priority', nullable: false })
  priority!: number;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** Begun ones: one whose worker died counts too. */
  @Column({ type: 'integer', name: 'tries', nullable: false, default: 0 })
  tries!: number;

  /** How often it was put back; each round is a job of its own in the queue. */
  @Column({ type: 'integer', name: 'round', nullable: false, default: 0 })
  round!: number;

  /** Not before; null is at once. */
  @Column({ type: 'timestamptz', name: 'run_at', nullable: true })
  runAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'relayed_at', nullable: true })
  relayedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt!: Date | null;

  @Column({ type: 'text', name: 'failure', nullable: true })
  failure!: string | null;
}
