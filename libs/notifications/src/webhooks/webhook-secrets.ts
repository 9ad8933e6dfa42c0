import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database, makeWebhookSecret } from '#platform';
import { WebhookRows } from './webhook-rows.js';

/**
 * Changes the secret that messages are signed with, without a moment in which the other system could not check them:
 * both are valid until the older one is dropped. Whoever lost the new one makes another: the older one stays.
 */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly database: Database,
    private readonly rows: WebhookRows,
    private readonly audit: Audit,
  ) {}

  /** Gives the new one. @throws DomainError `permission.denied`, `not-found`. */
  async renew(actor: Actor, webhookId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { agencyId, name, secretBefore } = await this.rows.holdFor(actor, webhookId);
      const secret = makeWebhookSecret();
      await this.database.query(
        'UPDATE webhooks SET secret_before = coalesce(secret_before, secret), secret = $2 WHERE id = $1',
        [webhookId, this.rows.seal(webhookId, secret)],
      );
      await this.audit.record(actor, {
        action: 'webhook.secret-made',
        objectType: 'webhook',
        objectId: webhookId,
        agencyId,
        note: name,
        before: { olderWorks: secretBefore !== null },
        after: { olderWorks: true },
      });
      return secret;
    });
  }

  /** From now on messages carry the newest signature alone. @throws DomainError `permission.denied`, `not-found`. */
  async dropOlder(actor: Actor, webhookId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { agencyId, name, secretBefore } = await this.rows.holdFor(actor, webhookId);
      if (secretBefore === null) {
        return;
      }
      await this.database.query('UPDATE webhooks SET secret_before = NULL WHERE id = $1', [webhookId]);
      await this.audit.record(actor, {
        action: 'webhook.secret-dropped',
        objectType: 'webhook',
        objectId: webhookId,
        agencyId,
        note: name,
        before: { olderWorks: true },
        after: { olderWorks: false },
      });
    });
  }
}
