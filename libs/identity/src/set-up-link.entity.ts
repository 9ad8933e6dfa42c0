import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link that makes the first administrator; only the digest of its token is kept. */
@Entity('set_up_links')
export class SetUpLink {
  @PrimaryColumn({ type: 'text', name: 'token_digest', primaryKeyConstraintName: 'set_up_links_pkey' })
  tokenDigest!: string;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
