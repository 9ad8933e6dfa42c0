import { Injectable } from '@nestjs/common';
import { type Actor, notificationKinds, type NotificationSettings, type WriteNotificationSettings } from '#contracts';
import { Database, Mailer } from '#platform';
import { kinds } from './kinds.js';
import type { NotificationSetting } from './notification-setting.entity.js';
import { usualQuietHours } from './quiet-hours.js';

type Row = Omit<NotificationSetting, 'personId'> & { readonly address: string | null };

/** How a person wants to be told, kind by kind; everybody sets their own. */
@Injectable()
export class OwnNotificationSettings {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  async view({ personId }: Actor): Promise<NotificationSettings> {
    const [row] = await this.database.query<Row>(
      `SELECT coalesce(setting.choices, '{}') AS choices, coalesce(setting.quiet_from, $2) AS "quietFrom",
              coalesce(setting.quiet_to, $3) AS "quietTo", coalesce(setting.language, 'vi') AS language,
              person.email AS address
         FROM people AS person LEFT JOIN notification_settings AS setting ON setting.person_id = person.id
        WHERE person.id = $1`,
      [personId, usualQuietHours.from, usualQuietHours.to],
    );
    if (row === undefined) {
      throw new Error(`there is no person ${personId}`);
    }
    const { choices, ...others } = row;
    return {
      ...others,
      kinds: notificationKinds.map((kind) => ({ kind, ...(choices[kind] ?? kinds[kind].unlessChosen) })),
      canMail: this.mailer.canSend,
    };
  }

  /** For what comes from now on. Of two at the same moment the later holds, as a whole. */
  async write({ personId }: Actor, wish: WriteNotificationSettings): Promise<void> {
    const choices = Object.fromEntries(wish.kinds.map(({ kind, page, mail }) => [kind, { page, mail }]));
    await this.database.query(
      `INSERT INTO notification_settings (person_id, choices, quiet_from, quiet_to, language)
       VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (person_id) DO UPDATE SET choices = excluded.choices, quiet_from = excluded.quiet_from,
                                                 quiet_to = excluded.quiet_to, language = excluded.language`,
      [personId, JSON.stringify(choices), wish.quietFrom, wish.quietTo, wish.language],
    );
  }
}
