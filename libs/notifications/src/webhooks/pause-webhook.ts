import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database, Outbox } from '#platform';
import { postWebhookMessagesJob } from './post-webhook-messages.job.js';
import { WebhookRows } from './webhook-rows.js';
import type { Webhook } from './webhook.entity.js';

/**
 * Pauses a webhook, has it go on, or removes it. While it is paused its messages are written all the same, and wait; of
 * one that is removed nothing more is sent.
 */
@Injectable()
export class PauseWebhook {
  constructor(
    private readonly database: Database,
    private readonly rows: WebhookRows,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async pause(actor: Actor, webhookId: string): Promise<void> {
    await this.set(actor, webhookId, 'paused', 'webhook.paused');
  }

  /** Also what was paused by itself: it is tried at once. @throws DomainError `permission.denied`, `not-found`. */
  async resume(actor: Actor, webhookId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.set(actor, webhookId, 'active', 'webhook.resumed');
      await this.outbox.add(postWebhookMessagesJob, { webhookId });
    });
  }

  /** @throws DomainError `permission.denied`, `not-found`. */
  async remove(actor: Actor, webhookId: string): Promise<void> {
    await this.set(actor, webhookId, 'removed', 'webhook.removed');
  }

  private async set(actor: Actor, webhookId: string, state: Webhook['state'], action: string): Promise<void> {
    await this.database.transaction(async () => {
      const webhook = await this.rows.holdFor(actor, webhookId);
      if (webhook.state === state) {
        return;
      }
      await this.database.query(
        `UPDATE webhooks SET state = $2, failures = 0, failing_since = NULL, next_try_at = NULL WHERE id = $1`,
        [webhookId, state],
      );
      await this.audit.record(actor, {
        action,
        objectType: 'webhook',
        objectId: webhookId,
        agencyId: webhook.agencyId,
        note: webhook.name,
        before: { state: webhook.state },
        after: { state },
      });
    });
  }
}
