import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailChoice, NotificationKind, NotificationView } from '#contracts';
import { Person, Post } from '#identity';

export interface NotificationWords {
  readonly symbol: string | null;
  readonly subject: string;
  readonly who: string | null;
}

/** That something happened which concerns a person in a post of theirs. */
@Entity('notifications')
@Index('notifications_shown', { synchronize: false })
@Index('notifications_unread', { synchronize: false })
@Index('notifications_once', { synchronize: false })
@Index('notifications_to_mail', { synchronize: false })
@Index('notifications_mail', { synchronize: false })
export class Notification {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'notifications_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'notifications_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  /** In which of their posts: what it is about may be read in that one only. */
  @ForeignKey(() => Post, { name: 'notifications_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: false })
  postId!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: NotificationKind;

  @Column({ type: 'text', name: 'object_type', nullable: false })
  objectType!: NotificationView['object']['type'];

  @Column({ type: 'uuid', name: 'object_id', nullable: false })
  objectId!: string;

  @Column({ type: 'text', name: 'urgency', nullable: false })
  urgency!: NotificationView['urgency'];

  /** As they were at that moment. */
  @Column({ type: 'jsonb', name: 'words', nullable: false })
  words!: NotificationWords;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** Whether the bell shows it, as its person chose. */
  @Column({ type: 'boolean', name: 'on_page', nullable: false })
  onPage!: boolean;

  /** When a mail goes out, as its person chose; never for somebody without an address. */
  @Column({ type: 'text', name: 'mail', nullable: false })
  mail!: MailChoice;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt!: Date | null;

  /** When its mail was promised: by the one that claimed it. */
  @Column({ type: 'timestamptz', name: 'mailed_at', nullable: true })
  mailedAt!: Date | null;

  /** The mail that tells it, with others of the same person. */
  @Column({ type: 'uuid', name: 'mail_id', nullable: true })
  mailId!: string | null;
}
