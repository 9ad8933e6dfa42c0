import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { ApiClients } from './api-clients.js';

/** Takes a secret away, and with it every token that was given for it. */
@Injectable()
export class RemoveClientSecret {
  constructor(
    private readonly database: Database,
    private readonly clients: ApiClients,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `api-client.disabled`. */
  async execute(actor: Actor, clientId: string, secretId: string): Promise<void> {
    await this.database.transaction(async () => {
      const client = await this.clients.readForChange(actor, clientId);
      const { affected } = await this.database.execute(
        'DELETE FROM api_client_secrets WHERE client_id = $1 AND id = $2',
        [clientId, secretId],
      );
      if (affected !== 1) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'api-client.secret-removed',
        objectType: 'api-client',
        objectId: clientId,
        agencyId: client.agencyId,
        data: { secretId },
        before: { secretId },
      });
    });
  }
}
