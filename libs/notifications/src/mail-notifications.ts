import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts';
import { Config, Database, Mailer, MailRefused, OnJob, PermanentFailure } from '#platform';
import { mailNotificationsJob } from './mail-notifications.job.js';
import { type MailedNotification, mostInMail, notificationMail } from './notification-mail.js';

interface Addressee {
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  readonly total: number;
}

/** Mails what was claimed for one mail. */
@Injectable()
export class MailNotifications {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @throws PermanentFailure when no mail server is set, or it will never take the mail. */
  @OnJob(mailNotificationsJob)
  async execute({ mailId }: { readonly mailId: string }): Promise<void> {
    const addressee = await this.addressee(mailId);
    if (addressee === undefined) {
      return;
    }
    if (!this.mailer.canSend) {
      throw new PermanentFailure('no mail server is set (SMTP_URL)');
    }
    const notifications = await this.database.query<MailedNotification>(
      `SELECT kind, json_build_object('type', object_type, 'id', object_id) AS object, urgency = 'express' AS "isExpress", words, created_at AS "createdAt"
         FROM notifications WHERE mail_id = $1 ORDER BY id DESC LIMIT ${mostInMail}`,
      [mailId],
    );
    try {
      await this.mailer.send(notificationMail({ ...addressee, notifications, address: this.config.publicAddress }));
    } catch (error) {
      throw error instanceof MailRefused ? new PermanentFailure(error.message, { cause: error }) : error;
    }
  }

  /** Nobody once the person has no address any more, or may no longer sign in. */
  private async addressee(mailId: string): Promise<Addressee | undefined> {
    const [row] = await this.database.query<Addressee>(
      `SELECT person.full_name AS "fullName", person.email, coalesce(setting.language, 'vi') AS language,
              count(*)::int AS total
         FROM notifications AS notification
         JOIN people AS person ON person.id = notification.person_id
         LEFT JOIN notification_settings AS setting ON setting.person_id = person.id
        WHERE notification.mail_id = $1 AND person.email IS NOT NULL AND person.disabled_at IS NULL
        GROUP BY person.id, setting.language`,
      [mailId],
    );
    return row;
  }
}
