import { Injectable } from '@nestjs/common';
import type { ConnectionTest, WebhookKind } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database, GuardedPost, judgePost, mayPass, OnJob, Outbox, retryAfterSeconds, webhookHeaders } from '#platform';
import { pauseAfterFailures, triesOf } from './webhook-timing.js';
import { postWebhookMessagesJob } from './post-webhook-messages.job.js';
import { PausedWebhook } from './paused-webhook.js';
import type { Webhook } from './webhook.entity.js';
import { WebhookRows } from './webhook-rows.js';

/** Milliseconds after which a run that posted nothing more is taken for dead; a post ends long before. */
const lease = 60_000;
/** Messages of one run; then others in the queue have their turn. */
const longestRun = 200;
const gone = 410;

interface Message {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly data: Record<string, unknown>;
  readonly occurredAt: Date;
  readonly tries: number;
}

interface Claimed {
  readonly webhook: Webhook;
  readonly message: Message;
}

/**
 * Posts what a webhook is to be told, one message after the other in the order in which it happened. While the other
 * system is away its messages wait; one that it keeps answering with an error is set aside, so that it holds up no other.
 */
@Injectable()
export class PostWebhookMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: WebhookRows,
    private readonly post: GuardedPost,
    private readonly outbox: Outbox,
    private readonly paused: PausedWebhook,
  ) {}

  @OnJob(postWebhookMessagesJob)
  async execute({ webhookId }: { readonly webhookId: string }): Promise<void> {
    const run = newId();
    for (let posted = 0; posted < longestRun; posted += 1) {
      const claimed = await this.claim(webhookId, run);
      if (claimed === undefined) {
        return;
      }
      const { outcome, retryAfter } = await this.say(claimed);
      await this.settle(claimed, outcome, retryAfter);
    }
    await this.release(webhookId);
  }

  /**
   * The oldest message, unless the webhook is paused, has to wait, or another run posts for it. The row is held first and
   * what waits is looked for after: a message that is written meanwhile is found here or by the job that came with it.
   */
  private async claim(webhookId: string, run: string): Promise<Claimed | undefined> {
    return this.database.transaction(async () => {
      const webhook = await this.rows.hold(webhookId);
      const now = this.clock.now();
      if (webhook === undefined || !isDue(webhook, run, now)) {
        return undefined;
      }
      const [message] = await this.database.query<Message>(
        `SELECT id, kind, data, occurred_at AS "occurredAt", tries
           FROM webhook_messages WHERE webhook_id = $1 AND state = 'waiting' ORDER BY id LIMIT 1`,
        [webhookId],
      );
      await this.database.query('UPDATE webhooks SET claimed_by = $2, claimed_until = $3 WHERE id = $1', [
        webhookId,
        message === undefined ? null : run,
        message === undefined ? null : new Date(now.getTime() + lease),
      ]);
      return message === undefined ? undefined : { webhook, message };
    });
  }

  private async say({ webhook, message: { id, kind, data, occurredAt } }: Claimed): Promise<{
    readonly outcome: ConnectionTest;
    readonly retryAfter: number;
  }> {
    const body = JSON.stringify({ type: kind, timestamp: occurredAt.toISOString(), data });
    const headers = webhookHeaders({ id, at: this.clock.now(), body }, this.rows.secretsOf(webhook));
    const answer = await this.post.execute(webhook.url, headers, body);
    const wait = answer.kind === 'answer' ? retryAfterSeconds(answer.retryAfter) : undefined;
    return { outcome: judgePost(answer), retryAfter: (wait ?? 0) * 1000 };
  }

  private async settle({ webhook, message }: Claimed, outcome: ConnectionTest, retryAfter: number): Promise<void> {
    await this.database.transaction(async () => {
      // Before the message: who sends some again holds them in this order.
      const held = await this.rows.hold(webhook.id);
      const now = this.clock.now();
      const { reached, status, cause, detail } = outcome;
      const tries = message.tries + (status === null ? 0 : 1);
      const isSetAside = !reached && status !== null && status !== gone && tries >= triesOf(mayPass(status));
      await this.database.query(
        `UPDATE webhook_messages SET state = $2, tries = $3, tried_at = $4, status = $5, cause = $6, detail = $7
          WHERE id = $1`,
        [message.id, reached ? 'delivered' : isSetAside ? 'failed' : 'waiting', tries, now, status, cause, detail],
      );
      if (reached) {
        await this.database.query(
          `UPDATE webhooks SET failures = 0, failing_since = NULL, next_try_at = NULL, last_delivered_at = $2
            WHERE id = $1`,
          [webhook.id, now],
        );
        return;
      }
      if (held === undefined) {
        return;
      }
      await this.wait(held, now, retryAfter);
      await this.paused.lookAt(webhook.id, status === gone);
    });
  }

  /** Longer after each failure in a row, or as long as the other system asked for. The run ends with it. */
  private async wait({ id: webhookId, failures }: Webhook, now: Date, retryAfter: number): Promise<void> {
    const nextTryAt = new Date(now.getTime() + Math.max(pauseAfterFailures(failures + 1), retryAfter));
    await this.database.query(
      `UPDATE webhooks SET failures = $2, failing_since = coalesce(failing_since, $3), next_try_at = $4,
              claimed_by = NULL, claimed_until = NULL
        WHERE id = $1`,
      [webhookId, failures + 1, now, nextTryAt],
    );
    await this.outbox.add(postWebhookMessagesJob, { webhookId }, { runAt: nextTryAt });
  }

  private async release(webhookId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('UPDATE webhooks SET claimed_by = NULL, claimed_until = NULL WHERE id = $1', [
        webhookId,
      ]);
      await this.outbox.add(postWebhookMessagesJob, { webhookId });
    });
  }
}

function isDue({ state, nextTryAt, claimedBy, claimedUntil }: Webhook, run: string, now: Date): boolean {
  const isOthers = claimedBy !== null && claimedBy !== run && claimedUntil !== null && claimedUntil > now;
  return state === 'active' && !isOthers && (nextTryAt === null || nextTryAt <= now);
}
