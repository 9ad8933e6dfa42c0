import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApiClient } from './api-client.entity.js';

/** What a client shows to get a token; only its digest is kept. Two live side by side while one is being replaced. */
@Entity('api_client_secrets')
@Unique('api_client_secrets_digest_key', ['digest'])
@Index('api_client_secrets_client', ['clientId'])
export class ApiClientSecret {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'api_client_secrets_pkey' })
  id!: string;

  @ForeignKey(() => ApiClient, { name: 'api_client_secrets_client_fkey' })
  @Column({ type: 'uuid', name: 'client_id', nullable: false })
  clientId!: string;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  /** Its last four characters, by which its owner tells it from the other one. */
  @Column({ type: 'text', name: 'ending', nullable: false })
  ending!: string;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** Set once there is a newer one. */
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** The last time that a token was asked for with it. */
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
