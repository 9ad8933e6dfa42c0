import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Mailer, Outbox } from '#platform';
import { mailNotificationsJob } from './mail-notifications.job.js';
import { isQuietFor, OfficeMoments } from './quiet-hours.js';

/**
 * What may be mailed now: `$1` this moment, `$2` whether today is worked, `$3` the time of day. What the bell does not
 * show is read with its mail: what happens after it is news again.
 */
const claim = (which: string): string => `
  WITH due AS (
    SELECT notification.id, notification.person_id
      FROM notifications AS notification
      JOIN people AS person ON person.id = notification.person_id
      LEFT JOIN notification_settings AS setting ON setting.person_id = notification.person_id
     WHERE notification.mailed_at IS NULL AND notification.read_at IS NULL AND notification.mail <> 'never'
       AND person.email IS NOT NULL AND person.disabled_at IS NULL AND ${which}
     ORDER BY notification.id FOR UPDATE OF notification SKIP LOCKED),
  mails AS (SELECT person_id, uuidv7() AS id FROM due GROUP BY person_id),
  claimed AS (
    UPDATE notifications AS notification
       SET mailed_at = $1, mail_id = mails.id, read_at = CASE WHEN NOT notification.on_page THEN $1::timestamptz END
      FROM due JOIN mails ON mails.person_id = due.person_id
     WHERE notification.id = due.id AND notification.mailed_at IS NULL
    RETURNING notification.mail_id)
  SELECT DISTINCT mail_id AS "mailId" FROM claimed`;

const quiet = isQuietFor('setting', '$2::boolean', '$3::text');

/** Something express breaks through the quiet hours. [own] */
const isDueAtOnce = `(notification.mail = 'at-once' AND (notification.urgency = 'express' OR NOT ${quiet}))`;

const isDueInDigest = `(notification.mail = 'digest' AND notification.created_at < $4 AND NOT ${quiet})`;

/** Any number that no other advisory lock of ours uses. */
const mailsLock = 7_301_130;

/**
 * Claims what is to be mailed and promises the mails, one a person. Of two that look at the same moment one gets each
 * notification: it is claimed by one guarded UPDATE.
 */
@Injectable()
export class PromiseMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly moments: OfficeMoments,
  ) {}

  /** Of these, which the transaction that it joins has just written, what nobody has to wait for. */
  async atOnce(notificationIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    const { isWorkingDay, time } = await this.moments.of(now);
    await this.promise(claim(`notification.id = ANY ($4::uuid[]) AND ${isDueAtOnce}`), [
      now,
      isWorkingDay,
      time,
      notificationIds,
    ]);
  }

  /** Whatever is due: what quiet hours held back, and what is mailed twice a working day. */
  async execute(): Promise<void> {
    if (!this.mailer.canSend) {
      return;
    }
    const now = this.clock.now();
    const { isWorkingDay, time, digestUntil } = await this.moments.of(now);
    await this.database.transaction(async () => {
      // One worker at a time, or two would each mail a person a part.
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [mailsLock]);
      await this.promise(claim(`(${isDueAtOnce} OR ${isDueInDigest})`), [now, isWorkingDay, time, digestUntil]);
    });
  }

  private async promise(sql: string, values: readonly unknown[]): Promise<void> {
    const mails = await this.database.query<{ mailId: string }>(sql, values);
    await this.outbox.addMany(mailNotificationsJob, mails);
  }
}
