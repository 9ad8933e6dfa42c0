import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, WriteWebhook } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { WebhookRows } from './webhook-rows.js';

interface EditCommand {
  readonly webhookId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly edit: WriteWebhook;
}

/** Changes where messages go and which are written from now on; those that wait go to the new address. */
@Injectable()
export class EditWebhook {
  constructor(
    private readonly database: Database,
    private readonly rows: WebhookRows,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `webhook.stale`. */
  async execute(actor: Actor, { webhookId, version, edit }: EditCommand): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.rows.holdFor(actor, webhookId);
      if (before.version !== version) {
        throw new DomainError('webhook.stale');
      }
      const { name, url, kinds } = edit;
      await this.database.query(
        'UPDATE webhooks SET name = $2, url = $3, kinds = $4, version = version + 1 WHERE id = $1',
        [webhookId, name, url, kinds],
      );
      await this.audit.record(actor, {
        action: 'webhook.edited',
        objectType: 'webhook',
        objectId: webhookId,
        agencyId: before.agencyId,
        note: name,
        before: { name: before.name, url: before.url, kinds: before.kinds },
        after: { name, url, kinds },
      });
    });
  }
}
