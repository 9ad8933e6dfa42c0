import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LinkPurpose } from '#contracts';
import { Person } from '../person.entity.js';

/**
 * Lets one person choose a password, once. It may have two tokens: one that was handed over and one that was mailed;
 * only their digests are kept, and whichever is used first uses up the link.
 */
@Entity('one_time_links')
@Unique('one_time_links_token_digest_key', ['tokenDigest'])
@Unique('one_time_links_mailed_token_digest_key', ['mailedTokenDigest'])
@Index('one_time_links_person', ['personId'])
export class OneTimeLink {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'one_time_links_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'one_time_links_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @Column({ type: 'text', name: 'purpose', nullable: false })
  purpose!: LinkPurpose;

  @Column({ type: 'text', name: 'token_digest', nullable: true })
  tokenDigest!: string | null;

  @Column({ type: 'text', name: 'mailed_token_digest', nullable: true })
  mailedTokenDigest!: string | null;

  /** Null when nobody signed in made it: the person asked, or an operator on the server. */
  @ForeignKey(() => Person, { name: 'one_time_links_made_by_fkey' })
  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
