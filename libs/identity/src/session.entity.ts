import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.entity.js';
import { Post } from './post.entity.js';

/** A signed-in browser; only the digest of its token is kept. */
@Entity('sessions')
@Unique('sessions_token_digest_key', ['tokenDigest'])
@Index('sessions_expiry', ['expiresAt'])
@Index('sessions_person', ['personId', 'id'])
export class Session {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'token_digest', nullable: false })
  tokenDigest!: string;

  @Column({ type: 'text', name: 'csrf_token', nullable: false })
  csrfToken!: string;

  @ForeignKey(() => Person, { name: 'sessions_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @ForeignKey(() => Post, { name: 'sessions_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: false })
  postId!: string;

  @Column({ type: 'text', name: 'address', nullable: false })
  address!: string;

  /** What the browser said of itself, cut to a sensible length. */
  @Column({ type: 'text', name: 'user_agent', nullable: false, default: '' })
  userAgent!: string;

  /** Written now and then, not at every request. */
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: false })
  lastUsedAt!: Date;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;

  /** How it began. */
  @Column({ type: 'text', name: 'method', nullable: false, default: 'password' })
  method!: 'password' | 'single-sign-on';

  /** When the second factor was shown in this session. */
  @Column({ type: 'timestamptz', name: 'second_factor_at', nullable: true })
  secondFactorAt!: Date | null;

  /** When the person has last shown the password again, for what a session left open must not be enough for. */
  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}
