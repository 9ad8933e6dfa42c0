import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Outbox } from '#platform';
import { postWebhookMessagesJob } from './post-webhook-messages.job.js';
import { WebhookRows } from './webhook-rows.js';

/** Sends messages again, each with the id that it had: what the other system knows a repetition by. */
@Injectable()
export class ReplayMessages {
  constructor(
    private readonly database: Database,
    private readonly rows: WebhookRows,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** One, whatever became of it. @throws DomainError `permission.denied`, `not-found`. */
  async one(actor: Actor, webhookId: string, messageId: string): Promise<number> {
    return this.database.transaction(async () => {
      const replayed = await this.replay(actor, webhookId, 'id = $2', [messageId]);
      if (replayed === 0) {
        throw new DomainError('not-found');
      }
      return replayed;
    });
  }

  /** Whatever was set aside; gives how many. @throws DomainError `permission.denied`, `not-found`. */
  async failed(actor: Actor, webhookId: string): Promise<number> {
    return this.database.transaction(() => this.replay(actor, webhookId, `state = 'failed'`, []));
  }

  private async replay(actor: Actor, webhookId: string, which: string, values: readonly unknown[]): Promise<number> {
    const { agencyId, name } = await this.rows.holdFor(actor, webhookId);
    const { affected } = await this.database.execute(
      `UPDATE webhook_messages SET state = 'waiting', tries = 0 WHERE webhook_id = $1 AND ${which}`,
      [webhookId, ...values],
    );
    if (affected > 0) {
      await this.outbox.add(postWebhookMessagesJob, { webhookId });
      await this.audit.record(actor, {
        action: 'webhook.replayed',
        objectType: 'webhook',
        objectId: webhookId,
        agencyId,
        note: name,
        after: { replayed: affected },
      });
    }
    return affected;
  }
}
