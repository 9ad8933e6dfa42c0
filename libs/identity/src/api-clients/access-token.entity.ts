import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientScope } from '#contracts';
import { ApiClient } from './api-client.entity.js';
import { ApiClientSecret } from './api-client-secret.entity.js';

/** What a client shows with its requests for a short time; only its digest is kept. */
@Entity('access_tokens')
@Index('access_tokens_secret', ['secretId'])
@Index('access_tokens_expiry', ['expiresAt'])
export class AccessToken {
  @PrimaryColumn({ type: 'text', name: 'digest', primaryKeyConstraintName: 'access_tokens_pkey' })
  digest!: string;

  @ForeignKey(() => ApiClient, { name: 'access_tokens_client_fkey' })
  @Column({ type: 'uuid', name: 'client_id', nullable: false })
  clientId!: string;

  /** A secret that is taken away takes its tokens along. */
  @ForeignKey(() => ApiClientSecret, { name: 'access_tokens_secret_fkey', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'secret_id', nullable: false })
  secretId!: string;

  @Column({ type: 'text', name: 'scopes', array: true, nullable: false })
  scopes!: ClientScope[];

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;
}
