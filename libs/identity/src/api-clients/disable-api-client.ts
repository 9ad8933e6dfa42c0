import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { ApiClients } from './api-clients.js';

/** Ends a connection for good: its secrets and tokens are gone at once, what it wrote keeps its author. */
@Injectable()
export class DisableApiClient {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clients: ApiClients,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `api-client.disabled`. */
  async execute(actor: Actor, clientId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const client = await this.clients.readForChange(actor, clientId);
      const now = this.clock.now();
      await this.database.query('UPDATE api_clients SET disabled_at = $2, version = version + 1 WHERE id = $1', [
        clientId,
        now,
      ]);
      await this.database.query('UPDATE people SET disabled_at = $2 WHERE id = $1', [client.personId, now]);
      await this.database.query('DELETE FROM api_client_secrets WHERE client_id = $1', [clientId]);
      await this.audit.record(actor, {
        action: 'api-client.disabled',
        objectType: 'api-client',
        objectId: clientId,
        agencyId: client.agencyId,
        note: reason,
        before: { disabled: false },
        after: { disabled: true },
      });
    });
  }
}
