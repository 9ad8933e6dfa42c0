import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, EditApiClient as Edit } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { scopesBeyond } from './api-client-policy.js';
import { ApiClients } from './api-clients.js';

export interface EditApiClientCommand {
  readonly clientId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly edit: Edit;
}

/** Gives a client another name or other scopes; tokens that are out are cut down to them at once. */
@Injectable()
export class EditApiClient {
  constructor(
    private readonly database: Database,
    private readonly clients: ApiClients,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `api-client.disabled`, `api-client.role-lacks-scope`,
   * `api-client.stale`.
   */
  async execute(actor: Actor, { clientId, version, edit }: EditApiClientCommand): Promise<void> {
    await this.database.transaction(async () => {
      const client = await this.clients.readForChange(actor, clientId);
      const beyond = scopesBeyond(client.role, edit.scopes);
      if (beyond.length > 0) {
        throw new DomainError('api-client.role-lacks-scope', { scopes: beyond.join(', ') });
      }
      const { affected } = await this.database.execute(
        'UPDATE api_clients SET name = $3, scopes = $4, version = version + 1 WHERE id = $1 AND version = $2',
        [clientId, version, edit.name, edit.scopes],
      );
      if (affected !== 1) {
        throw new DomainError('api-client.stale');
      }
      await this.database.query('UPDATE people SET full_name = $2 WHERE id = $1', [client.personId, edit.name]);
      await this.audit.record(actor, {
        action: 'api-client.edited',
        objectType: 'api-client',
        objectId: clientId,
        agencyId: client.agencyId,
        before: { name: client.name, scopes: [...client.scopes] },
        after: { ...edit },
      });
    });
  }
}
