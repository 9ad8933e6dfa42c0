import { Injectable } from '@nestjs/common';
import { type Actor, type ClientRole, type ClientScope, isPermitted } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { mayManageClientsOf } from './api-client-policy.js';

export interface KnownClient {
  readonly id: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly postId: string;
  readonly name: string;
  readonly role: ClientRole;
  readonly scopes: readonly ClientScope[];
  readonly version: number;
  readonly disabledAt: Date | null;
}

/** Reading clients under their policy: the common first step of everything that is done to one. */
@Injectable()
export class ApiClients {
  constructor(private readonly database: Database) {}

  /**
   * Reads a client that is not disabled and holds its row until the transaction ends: changes of one client go one
   * after the other.
   *
   * @throws DomainError `permission.denied`; `not-found`, for what is not there and not the actor’s alike;
   * `api-client.disabled`.
   */
  async readForChange(actor: Actor, clientId: string): Promise<KnownClient> {
    if (!isPermitted(actor, 'client:manage')) {
      throw new DomainError('permission.denied');
    }
    const [client] = await this.database.query<KnownClient>(
      `SELECT client.id, client.agency_id AS "agencyId", client.person_id AS "personId", client.post_id AS "postId",
              client.name, post.role, client.scopes, client.version, client.disabled_at AS "disabledAt"
         FROM api_clients AS client JOIN posts AS post ON post.id = client.post_id
        WHERE client.id = $1 FOR UPDATE OF client`,
      [clientId],
    );
    if (client === undefined || !mayManageClientsOf(actor, client.agencyId)) {
      throw new DomainError('not-found');
    }
    if (client.disabledAt !== null) {
      throw new DomainError('api-client.disabled');
    }
    return client;
  }
}
