import { Injectable } from '@nestjs/common';
import type { Actor, ConnectionTest } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database, GuardedPost, judgePost, webhookHeaders } from '#platform';
import { WebhookRows } from './webhook-rows.js';

/** Sends a signed message that tells nothing, to see whether the other system takes our messages. */
@Injectable()
export class TestWebhook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rows: WebhookRows,
    private readonly post: GuardedPost,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async execute(actor: Actor, webhookId: string): Promise<ConnectionTest> {
    const webhook = await this.database.transaction(() => this.rows.holdFor(actor, webhookId));
    const at = this.clock.now();
    const body = JSON.stringify({ type: 'webhook.tested', timestamp: at.toISOString(), data: {} });
    const headers = webhookHeaders({ id: newId(at.getTime()), at, body }, this.rows.secretsOf(webhook));
    return judgePost(await this.post.execute(webhook.url, headers, body));
  }
}
