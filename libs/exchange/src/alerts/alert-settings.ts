import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, AlertSettingsView, WriteAlertSettings } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Mailer, makeWebhookSecret, Secrets } from '#platform';
import { checkOperatesAll } from '../operating/operating-policy.js';
import type { AlertSetting } from './alert-setting.entity.js';

const purpose = 'alert-webhook-secret';

/** Where alerts are told: mailboxes, and one other system that gets them signed. */
@Injectable()
export class AlertSettings {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor): Promise<AlertSettingsView> {
    checkOperatesAll(actor);
    const { mailboxes, webhookUrl, version } = await this.read('');
    return { mailboxes, webhookUrl, version, canMail: this.mailer.canSend };
  }

  /** Gives the secret when one was made. @throws DomainError `permission.denied`, `alert-settings.stale`. */
  async write(actor: Actor, version: number, wish: WriteAlertSettings): Promise<string | null> {
    checkOperatesAll(actor);
    return this.database.transaction(async () => {
      const before = await this.hold();
      if (before.version !== version) {
        throw new DomainError('alert-settings.stale');
      }
      const { mailboxes, webhookUrl } = wish;
      const needsSecret = webhookUrl !== null && (before.webhookSecret === null || wish.renewSecret);
      const newSecret = needsSecret ? makeWebhookSecret() : null;
      const sealed = newSecret === null ? before.webhookSecret : this.secrets.seal(newSecret, purpose);
      await this.database.query(
        `UPDATE alert_settings SET mailboxes = $1, webhook_url = $2, webhook_secret = $3, version = version + 1`,
        [[...new Set(mailboxes)], webhookUrl, sealed],
      );
      await this.audit.record(actor, {
        action: 'alert-settings.changed',
        objectType: 'alert-settings',
        objectId: 'all',
        before: { mailboxes: before.mailboxes, webhookUrl: before.webhookUrl },
        after: { mailboxes, webhookUrl, isSecretNew: needsSecret },
      });
      return newSecret;
    });
  }

  /** For a change, and so that of several workers one looks at a time. Joins a transaction. */
  async hold(): Promise<AlertSetting> {
    return this.read('FOR UPDATE');
  }

  /** Where the other system is, and its secret; nothing when none is set. */
  async webhook(): Promise<{ readonly url: string; readonly secret: string } | undefined> {
    const { webhookUrl, webhookSecret } = await this.read('');
    return webhookUrl === null || webhookSecret === null
      ? undefined
      : { url: webhookUrl, secret: this.secrets.open(webhookSecret, purpose) };
  }

  private async read(lock: '' | 'FOR UPDATE'): Promise<AlertSetting> {
    const [row] = await this.database.query<AlertSetting>(
      `SELECT id, mailboxes, webhook_url AS "webhookUrl", webhook_secret AS "webhookSecret", version
         FROM alert_settings ${lock}`,
    );
    if (row === undefined) {
      throw new Error('the settings of alerts are gone');
    }
    return row;
  }
}
