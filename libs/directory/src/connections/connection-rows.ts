import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Secrets } from '#platform';
import { mayEditContact } from '../agency-policy.js';
import type { AgencyConnection } from './agency-connection.entity.js';

/** Reads the connection of an agency for those who may set it up, and seals its secrets. */
@Injectable()
export class ConnectionRows {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /** Nothing when it was never set. @throws DomainError `permission.denied`, `not-found`. */
  async hold(actor: Actor, agencyId: string): Promise<AgencyConnection | undefined> {
    if (!mayEditContact(actor, agencyId)) {
      throw new DomainError('permission.denied');
    }
    const [agency] = await this.database.query('SELECT 1 FROM agencies WHERE id = $1 FOR NO KEY UPDATE', [agencyId]);
    if (agency === undefined) {
      throw new DomainError('not-found');
    }
    return this.find(agencyId);
  }

  async find(agencyId: string): Promise<AgencyConnection | undefined> {
    const [row] = await this.database.query<AgencyConnection>(
      `SELECT agency_id AS "agencyId", channel, webhook_url AS "webhookUrl", webhook_secret AS "webhookSecret",
              webhook_secret_before AS "webhookSecretBefore", mailbox, shows_opening AS "showsOpening", version,
              changed_at AS "changedAt"
         FROM agency_connections WHERE agency_id = $1`,
      [agencyId],
    );
    return row;
  }

  seal(agencyId: string, secret: string): string {
    return this.secrets.seal(secret, purposeOf(agencyId));
  }

  /** Those that are valid, the newest first. */
  secretsOf({ agencyId, webhookSecret, webhookSecretBefore }: AgencyConnection): string[] {
    return [webhookSecret, webhookSecretBefore]
      .filter((sealed) => sealed !== null)
      .map((sealed) => this.secrets.open(sealed, purposeOf(agencyId)));
  }
}

function purposeOf(agencyId: string): string {
  return `webhook-secret:${agencyId}`;
}
