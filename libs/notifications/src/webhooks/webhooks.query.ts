import { Injectable } from '@nestjs/common';
import { type Actor, type AgencyRef, type FindWebhooks, isPermitted, type Page, type WebhookView } from '#contracts';
import { DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import type { Webhook } from './webhook.entity.js';

/** [own] Beyond these a page counts no further. */
const mostCounted = 1000;

interface Row extends Omit<WebhookView, 'createdAt' | 'failingSince' | 'lastDeliveredAt' | 'nextTryAt' | 'state'> {
  readonly agency: AgencyRef;
  readonly state: WebhookView['state'];
  readonly createdAt: Date;
  readonly failingSince: Webhook['failingSince'];
  readonly nextTryAt: Webhook['nextTryAt'];
  readonly lastDeliveredAt: Webhook['lastDeliveredAt'];
}

const counted = (state: string): string => `
  (SELECT count(*)::int FROM (SELECT 1 FROM webhook_messages AS message
    WHERE message.webhook_id = webhook.id AND message.state = '${state}' LIMIT ${mostCounted}) AS counted)`;

/** Webhooks as their administrators see them: the newest first, never a secret. */
@Injectable()
export class WebhooksQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`. */
  async page(actor: Actor, { after, limit }: FindWebhooks): Promise<Page<WebhookView>> {
    const rows = await this.select(
      actor,
      'AND ($2::uuid IS NULL OR webhook.id < $2) ORDER BY webhook.id DESC LIMIT $3',
      [decodeIdCursor(after) ?? null, limit + 1],
    );
    return toPage(rows, limit, (row) => [row.id], present);
  }

  /** @throws DomainError `permission.denied`; `not-found`, for what is not there and not the actor’s alike. */
  async view(actor: Actor, webhookId: string): Promise<WebhookView> {
    const [row] = await this.select(actor, 'AND webhook.id = $2', [webhookId]);
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return present(row);
  }

  private async select(actor: Actor, rest: string, values: readonly unknown[]): Promise<Row[]> {
    if (!isPermitted(actor, 'webhook:manage')) {
      throw new DomainError('permission.denied');
    }
    const only = isPermitted(actor, 'webhook:manage-all') ? null : actor.agencyId;
    return this.database.query<Row>(
      `SELECT webhook.id, webhook.name, webhook.url, webhook.kinds, webhook.state, webhook.version,
              webhook.failing_since AS "failingSince", webhook.next_try_at AS "nextTryAt",
              webhook.last_delivered_at AS "lastDeliveredAt", webhook.created_at AS "createdAt",
              webhook.secret_before IS NOT NULL AS "hasOlderSecret",
              ${counted('waiting')} AS waiting, ${counted('failed')} AS failed,
              json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
                                'abbreviation', agency.abbreviation) AS agency
         FROM webhooks AS webhook JOIN agencies AS agency ON agency.id = webhook.agency_id
        WHERE webhook.state <> 'removed' AND ($1::uuid IS NULL OR webhook.agency_id = $1) ${rest}`,
      [only, ...values],
    );
  }
}

function present(row: Row): WebhookView {
  return {
    ...row,
    failingSince: row.failingSince?.toISOString() ?? null,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
