import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, type GivenClientSecret, mostSecrets } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { digestOf, newToken } from '../secret-token.js';
import { ApiClients } from './api-clients.js';

const day = 86_400_000;
/** Lets scanners of source code see a secret that somebody checked in by mistake. */
const prefix = 'vanthu_';

/** Gives a client a secret; one that is there lives on beside it for the days that it takes to exchange them. */
@Injectable()
export class AddClientSecret {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clients: ApiClients,
    private readonly audit: Audit,
  ) {}

  /**
   * The secret is in the answer and nowhere else.
   *
   * @throws DomainError `permission.denied`, `not-found`, `api-client.disabled`, `api-client.too-many-secrets`.
   */
  async execute(actor: Actor, clientId: string, overlapDays: number): Promise<GivenClientSecret> {
    return this.database.transaction(async () => {
      const client = await this.clients.readForChange(actor, clientId);
      await this.makeRoom(clientId, overlapDays);
      const given = await this.insert(clientId);
      await this.audit.record(actor, {
        action: 'api-client.secret-added',
        objectType: 'api-client',
        objectId: clientId,
        agencyId: client.agencyId,
        data: { secretId: given.id, overlapDays },
        after: { secretId: given.id, expiresAt: given.expiresAt },
      });
      return given;
    });
  }

  private async makeRoom(clientId: string, overlapDays: number): Promise<void> {
    const now = this.clock.now();
    const ends = new Date(now.getTime() + overlapDays * day);
    await this.database.query('DELETE FROM api_client_secrets WHERE client_id = $1 AND (expires_at <= $2 OR $3)', [
      clientId,
      now,
      overlapDays === 0,
    ]);
    const { affected } = await this.database.execute(
      'UPDATE api_client_secrets SET expires_at = least(expires_at, $2) WHERE client_id = $1',
      [clientId, ends],
    );
    if (affected >= mostSecrets) {
      throw new DomainError('api-client.too-many-secrets');
    }
  }

  private async insert(clientId: string): Promise<GivenClientSecret> {
    const secret = `${prefix}${newToken()}`;
    const now = this.clock.now();
    const view = { id: newId(now.getTime()), ending: secret.slice(-4) };
    await this.database.query(
      'INSERT INTO api_client_secrets (id, client_id, digest, ending, created_at) VALUES ($1, $2, $3, $4, $5)',
      [view.id, clientId, digestOf(secret), view.ending, now],
    );
    return { ...view, secret, createdAt: now.toISOString(), expiresAt: null, lastUsedAt: null };
  }
}
