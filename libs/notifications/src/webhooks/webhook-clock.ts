import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Config, Database, Outbox, Recurring } from '#platform';
import { postWebhookMessagesJob } from './post-webhook-messages.job.js';
import { keptDays } from './webhook-timing.js';

/** Rows that one look deletes at most: the next one goes on. */
const mostForgotten = 5000;

/**
 * Looks in the worker for messages that nobody posts, because the worker died that did, and forgets those that ended
 * long ago.
 */
@Injectable()
export class WebhookClock extends Recurring {
  protected override readonly subject = 'webhooks';
  protected override readonly everyMs: number;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.wake();
    await this.forget();
  }

  async wake(): Promise<void> {
    await this.database.transaction(async () => {
      const left = await this.database.query<{ webhookId: string }>(
        `SELECT webhook.id AS "webhookId" FROM webhooks AS webhook
          WHERE webhook.state = 'active' AND (webhook.next_try_at IS NULL OR webhook.next_try_at <= $1)
            AND webhook.claimed_until <= $1
            AND EXISTS (SELECT 1 FROM webhook_messages AS message
                         WHERE message.webhook_id = webhook.id AND message.state = 'waiting')`,
        [this.clock.now()],
      );
      await this.outbox.addMany(postWebhookMessagesJob, left);
    });
  }

  async forget(): Promise<void> {
    await this.database.query(
      `DELETE FROM webhook_messages WHERE id IN (
         SELECT id FROM webhook_messages
          WHERE state <> 'waiting' AND occurred_at < $1::timestamptz - $2 * interval '1 day'
          ORDER BY occurred_at LIMIT ${mostForgotten})`,
      [this.clock.now(), keptDays],
    );
  }
}
