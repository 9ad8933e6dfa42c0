import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Secrets } from '#platform';
import type { Webhook } from './webhook.entity.js';

const columns = `id, agency_id AS "agencyId", name, url, secret, secret_before AS "secretBefore", kinds, state, failures,
  failing_since AS "failingSince", next_try_at AS "nextTryAt", claimed_by AS "claimedBy",
  claimed_until AS "claimedUntil", last_delivered_at AS "lastDeliveredAt", version, created_at AS "createdAt"`;

/** An agency’s administrator sets up webhooks of the own agency; who administers the system those of every one. */
export function mayManageWebhooksOf(actor: Actor, agencyId: string): boolean {
  return (
    isPermitted(actor, 'webhook:manage') && (isPermitted(actor, 'webhook:manage-all') || actor.agencyId === agencyId)
  );
}

/** Holds webhooks for those who set them up and for what posts to them, and seals their secrets. */
@Injectable()
export class WebhookRows {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Holds the row until the transaction ends: changes of one webhook go one after the other.
   *
   * @throws DomainError `permission.denied`; `not-found`, for what is not there and not the actor’s alike.
   */
  async holdFor(actor: Actor, webhookId: string): Promise<Webhook> {
    if (!isPermitted(actor, 'webhook:manage')) {
      throw new DomainError('permission.denied');
    }
    const webhook = await this.hold(webhookId);
    if (webhook === undefined || !mayManageWebhooksOf(actor, webhook.agencyId)) {
      throw new DomainError('not-found');
    }
    return webhook;
  }

  /** Of one that was not removed. What is written with an event refers to it meanwhile: that waits for nothing. */
  async hold(webhookId: string): Promise<Webhook | undefined> {
    const [row] = await this.database.query<Webhook>(
      `SELECT ${columns} FROM webhooks WHERE id = $1 AND state <> 'removed' FOR NO KEY UPDATE`,
      [webhookId],
    );
    return row;
  }

  seal(webhookId: string, secret: string): string {
    return this.secrets.seal(secret, purposeOf(webhookId));
  }

  /** Those that are valid, the newest first. */
  secretsOf({ id, secret, secretBefore }: Webhook): string[] {
    return [secret, secretBefore]
      .filter((sealed) => sealed !== null)
      .map((sealed) => this.secrets.open(sealed, purposeOf(id)));
  }
}

function purposeOf(webhookId: string): string {
  return `webhook:${webhookId}`;
}
