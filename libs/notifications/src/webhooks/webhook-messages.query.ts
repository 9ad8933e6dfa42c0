import { Injectable } from '@nestjs/common';
import type { Actor, FindWebhookMessages, Page, WebhookMessageView } from '#contracts';
import { Database, decodeIdCursor, toPage } from '#platform';
import { WebhooksQuery } from './webhooks.query.js';

interface Row extends Omit<WebhookMessageView, 'occurredAt' | 'triedAt'> {
  readonly occurredAt: Date;
  readonly triedAt: Date | null;
}

/** What a webhook was told and what is still to be told, newest first. */
@Injectable()
export class WebhookMessagesQuery {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksQuery,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async page(
    actor: Actor,
    webhookId: string,
    { state, after, limit }: FindWebhookMessages,
  ): Promise<Page<WebhookMessageView>> {
    await this.webhooks.view(actor, webhookId);
    const only = state === undefined ? '' : `AND state = '${state}'`;
    const rows = await this.database.query<Row>(
      `SELECT id, kind, symbol, state, occurred_at AS "occurredAt", tries, tried_at AS "triedAt", status, cause, detail
         FROM webhook_messages WHERE webhook_id = $1 AND ($2::uuid IS NULL OR id < $2) ${only}
        ORDER BY id DESC LIMIT $3`,
      [webhookId, decodeIdCursor(after) ?? null, limit + 1],
    );
    return toPage(rows, limit, (row) => [row.id], present);
  }
}

function present(row: Row): WebhookMessageView {
  return { ...row, occurredAt: row.occurredAt.toISOString(), triedAt: row.triedAt?.toISOString() ?? null };
}
