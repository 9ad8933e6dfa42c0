import { Injectable } from '@nestjs/common';
import { type AlertKind, alertKinds } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database, Outbox } from '#platform';
import type { AlertSetting } from './alert-setting.entity.js';
import { AlertSettings } from './alert-settings.js';
import { faultsNow, isInWorkingHours } from './faults-sql.js';
import { mailAlertsJob, postAlertsJob } from './tell-alerts.job.js';

const minute = 60_000;
/** However many faults come and go, people get one message of a kind in this time. [own] */
const quietFor = 10 * minute;
/** What lasts is told again. [own] */
const toldAgainAfter = 24 * 60 * minute;
const mostAtOnce = 500;

/**
 * Looks at what is wrong now and compares it with what was: a new fault is an alert, one that is gone has ended, and
 * what people don’t know yet is told them. Looking twice changes nothing.
 */
@Injectable()
export class AlertSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: AlertSettings,
    private readonly outbox: Outbox,
  ) {}

  async execute(): Promise<void> {
    await this.database.transaction(async () => {
      const setting = await this.settings.hold();
      await this.look();
      if (setting.mailboxes.length === 0 && setting.webhookUrl === null) {
        return;
      }
      for (const kind of alertKinds) {
        await this.tell(kind, setting);
      }
    });
  }

  /** Out of working hours nothing is said of receivers: neither that one is away nor that it is back. */
  private async look(): Promise<void> {
    const now = this.clock.now();
    const [row] = await this.database.query<{ works: boolean }>(`SELECT ${isInWorkingHours} AS works`, [now]);
    const works = row?.works === true;
    await this.database.query(
      `INSERT INTO alerts (id, kind, key, channel, agency_id, deliveries, since, found_at)
       SELECT uuidv7(), kind, key, channel, agency_id, deliveries, since, $1 FROM (${faultsNow}) AS fault
           ON CONFLICT (kind, key) WHERE ended_at IS NULL DO UPDATE SET deliveries = excluded.deliveries`,
      [now, works],
    );
    await this.database.query(
      `UPDATE alerts SET ended_at = $1
        WHERE ended_at IS NULL AND ($2 OR kind <> 'receiver-not-seen')
          AND NOT EXISTS (SELECT 1 FROM (${faultsNow}) AS fault WHERE fault.kind = alerts.kind AND fault.key = alerts.key)`,
      [now, works],
    );
  }

  private async tell(kind: AlertKind, setting: AlertSetting): Promise<void> {
    const now = this.clock.now();
    const [last] = await this.database.query<{ at: Date | null }>(
      'SELECT max(greatest(told_at, end_told_at)) AS at FROM alerts WHERE kind = $1',
      [kind],
    );
    if (last?.at !== undefined && last.at !== null && now.getTime() - last.at.getTime() < quietFor) {
      return;
    }
    const begun = await this.mark(
      `UPDATE alerts SET told_at = $2 WHERE id IN (
         SELECT id FROM alerts WHERE kind = $1 AND ended_at IS NULL AND (told_at IS NULL OR told_at <= $3)
          ORDER BY since LIMIT ${mostAtOnce}) RETURNING id`,
      [kind, now, new Date(now.getTime() - toldAgainAfter)],
    );
    const over = await this.mark(
      `UPDATE alerts SET end_told_at = $2 WHERE id IN (
         SELECT id FROM alerts WHERE kind = $1 AND ended_at IS NOT NULL AND told_at IS NOT NULL AND end_told_at IS NULL
          ORDER BY since LIMIT ${mostAtOnce}) RETURNING id`,
      [kind, now],
    );
    await this.promise(begun, false, setting);
    await this.promise(over, true, setting);
  }

  private async mark(sql: string, values: readonly unknown[]): Promise<string[]> {
    return (await this.database.query<{ id: string }>(sql, values)).map(({ id }) => id);
  }

  private async promise(alertIds: string[], isOver: boolean, { mailboxes, webhookUrl }: AlertSetting): Promise<void> {
    if (alertIds.length === 0) {
      return;
    }
    const told = () => ({ messageId: newId(this.clock.now().getTime()), alertIds, isOver });
    await this.outbox.addMany(
      mailAlertsJob,
      mailboxes.map((mailbox) => ({ ...told(), mailbox })),
    );
    if (webhookUrl !== null) {
      await this.outbox.add(postAlertsJob, told());
    }
  }
}
