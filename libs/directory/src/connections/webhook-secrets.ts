import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, makeWebhookSecret } from '#platform';
import type { AgencyConnection } from './agency-connection.entity.js';
import { ConnectionRows } from './connection-rows.js';

/**
 * Changes the secret that messages to an agency’s own system are signed with, without a moment in which it could not
 * check them: both are valid until the older one is dropped. Whoever lost the new one makes another: the older one, which
 * the other system checks with, stays.
 */
@Injectable()
export class RenewWebhookSecret {
  constructor(
    private readonly database: Database,
    private readonly rows: ConnectionRows,
    private readonly audit: Audit,
  ) {}

  /** Gives the new one. @throws DomainError `permission.denied`, `not-found`, `connection.no-webhook`. */
  async execute(actor: Actor, agencyId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { webhookSecretBefore } = withSecret(await this.rows.hold(actor, agencyId));
      const secret = makeWebhookSecret();
      await this.database.query(
        `UPDATE agency_connections SET webhook_secret_before = coalesce(webhook_secret_before, webhook_secret),
                webhook_secret = $2, version = version + 1 WHERE agency_id = $1`,
        [agencyId, this.rows.seal(agencyId, secret)],
      );
      await this.audit.record(actor, {
        action: 'agency.webhook-secret-made',
        objectType: 'agency',
        objectId: agencyId,
        before: { olderWorks: webhookSecretBefore !== null },
        after: { olderWorks: true },
      });
      return secret;
    });
  }
}

/** From now on messages carry the signature of the newest secret alone. */
@Injectable()
export class DropOlderWebhookSecret {
  constructor(
    private readonly database: Database,
    private readonly rows: ConnectionRows,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `connection.no-webhook`. */
  async execute(actor: Actor, agencyId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { webhookSecretBefore } = withSecret(await this.rows.hold(actor, agencyId));
      if (webhookSecretBefore === null) {
        return;
      }
      await this.database.query(
        `UPDATE agency_connections SET webhook_secret_before = NULL, version = version + 1 WHERE agency_id = $1`,
        [agencyId],
      );
      await this.audit.record(actor, {
        action: 'agency.webhook-secret-dropped',
        objectType: 'agency',
        objectId: agencyId,
        before: { olderWorks: true },
        after: { olderWorks: false },
      });
    });
  }
}

function withSecret(connection: AgencyConnection | undefined): AgencyConnection {
  if (connection === undefined || connection.webhookSecret === null) {
    throw new DomainError('connection.no-webhook');
  }
  return connection;
}
