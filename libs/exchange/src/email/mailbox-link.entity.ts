import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Delivery } from '../delivery.entity.js';

/** The link of a delivery to a mailbox. The same for every mail of it, so that a notice sent twice spoils nothing. */
@Entity('mailbox_links')
@Unique('mailbox_links_token_key', ['tokenDigest'])
export class MailboxLink {
  @ForeignKey(() => Delivery, { name: 'mailbox_links_delivery_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'delivery_id', primaryKeyConstraintName: 'mailbox_links_pkey' })
  deliveryId!: string;

  @Column({ type: 'text', name: 'mailbox', nullable: false })
  mailbox!: string;

  /** Sealed: a later mail carries it again. */
  @Column({ type: 'text', name: 'token', nullable: false })
  token!: string;

  @Column({ type: 'text', name: 'token_digest', nullable: false })
  tokenDigest!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: false })
  expiresAt!: Date;

  /** Of the code that was mailed last; null once it was used or guessed at too often. */
  @Column({ type: 'text', name: 'code_digest', nullable: true })
  codeDigest!: string | null;

  @Column({ type: 'timestamptz', name: 'code_expires_at', nullable: true })
  codeExpiresAt!: Date | null;

  @Column({ type: 'integer', name: 'code_guesses', nullable: false, default: 0 })
  codeGuesses!: number;

  /** Codes and new notices that were asked for since `mailsSince`. */
  @Column({ type: 'integer', name: 'mails_sent', nullable: false, default: 0 })
  mailsSent!: number;

  @Column({ type: 'timestamptz', name: 'mails_since', nullable: true })
  mailsSince!: Date | null;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt!: Date | null;
}
