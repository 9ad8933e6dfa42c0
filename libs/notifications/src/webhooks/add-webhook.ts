import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted, mostWebhooks, type NewWebhook } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, makeWebhookSecret } from '#platform';
import { mayManageWebhooksOf, WebhookRows } from './webhook-rows.js';

/** Has a system of an agency told what happens from now on. */
@Injectable()
export class AddWebhook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly rows: WebhookRows,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives its id and its secret.
   *
   * @throws DomainError `permission.denied`, `not-found`, `webhook.agency-closed`, `webhook.too-many`.
   */
  async execute(actor: Actor, webhook: NewWebhook): Promise<{ readonly id: string; readonly secret: string }> {
    if (!isPermitted(actor, 'webhook:manage')) {
      throw new DomainError('permission.denied');
    }
    if (!mayManageWebhooksOf(actor, webhook.agencyId)) {
      throw new DomainError('not-found');
    }
    return this.database.transaction(async () => {
      await this.structure.hold(actor);
      await this.checkAgency(webhook.agencyId);
      const id = newId();
      const secret = makeWebhookSecret();
      const { agencyId, name, url, kinds } = webhook;
      await this.database.query(
        `INSERT INTO webhooks (id, agency_id, name, url, secret, kinds, state, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'active', $7)`,
        [id, agencyId, name, url, this.rows.seal(id, secret), kinds, this.clock.now()],
      );
      await this.audit.record(actor, {
        action: 'webhook.added',
        objectType: 'webhook',
        objectId: id,
        agencyId,
        note: name,
        after: { name, url, kinds },
      });
      return { id, secret };
    });
  }

  /** The agency’s row is held: of two that add the last one at once, one is too many. */
  private async checkAgency(agencyId: string): Promise<void> {
    const [agency] = await this.database.query<{ isOpen: boolean }>(
      `SELECT valid_to IS NULL OR valid_to >= $2 AS "isOpen" FROM agencies WHERE id = $1 FOR NO KEY UPDATE`,
      [agencyId, dayOf(this.clock.now())],
    );
    if (agency === undefined) {
      throw new DomainError('not-found');
    }
    if (!agency.isOpen) {
      throw new DomainError('webhook.agency-closed');
    }
    const [{ known } = { known: 0 }] = await this.database.query<{ known: number }>(
      `SELECT count(*)::int AS known FROM webhooks WHERE agency_id = $1 AND state <> 'removed'`,
      [agencyId],
    );
    if (known >= mostWebhooks) {
      throw new DomainError('webhook.too-many', { most: mostWebhooks });
    }
  }
}
