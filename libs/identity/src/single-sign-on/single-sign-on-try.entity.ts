import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser that was sent to the identity provider and has not come back; it comes back once. */
@Entity('single_sign_on_tries')
@Index('single_sign_on_tries_expiry', ['expiresAt'])
export class SingleSignOnTry {
  @PrimaryColumn({ type: 'text', name: 'state_digest', primaryKeyConstraintName: 'single_sign_on_tries_pkey' })
  stateDigest!: string;

  /** Of the cookie of the browser that began: an answer for another browser’s question is not taken. */
  @Column({ type: 'text', name: 'browser_digest', nullable: false })
  browserDigest!: string;

  @Column({ type: 'text', name: 'nonce', nullable: false })
  nonce!: string;

  @Column({ type: 'text', name: 'code_verifier', nullable: false })
  codeVerifier!: string;

  /** The page of ours that was asked for. */
  @Column({ type: 'text', name: 'back', nullable: false })
  back!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;
}
