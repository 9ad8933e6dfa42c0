import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, isPermitted, type NewApiClient } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { mayManageClientsOf, scopesBeyond } from './api-client-policy.js';

/** What stands where a person’s position would: as the author of what the system writes. */
const position = 'Hệ thống kết nối';

/** Connects another system: somebody who never signs in, a post to act in, and what of its role it may use. */
@Injectable()
export class AddApiClient {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the id of the client, which has no secret yet.
   *
   * @throws DomainError `permission.denied`, `not-found`, `api-client.role-lacks-scope`, `api-client.agency-closed`.
   */
  async execute(actor: Actor, client: NewApiClient): Promise<string> {
    if (!isPermitted(actor, 'client:manage')) {
      throw new DomainError('permission.denied');
    }
    if (!mayManageClientsOf(actor, client.agencyId)) {
      throw new DomainError('not-found');
    }
    const beyond = scopesBeyond(client.role, client.scopes);
    if (beyond.length > 0) {
      throw new DomainError('api-client.role-lacks-scope', { scopes: beyond.join(', ') });
    }
    return this.database.transaction(async () => {
      await this.structure.hold(actor);
      await this.checkAgency(client.agencyId);
      const id = await this.insert(client);
      await this.audit.record(actor, {
        action: 'api-client.added',
        objectType: 'api-client',
        objectId: id,
        agencyId: client.agencyId,
        after: { ...client },
      });
      return id;
    });
  }

  private async checkAgency(agencyId: string): Promise<void> {
    const [agency] = await this.database.query<{ isOpen: boolean }>(
      'SELECT valid_to IS NULL OR valid_to >= $2 AS "isOpen" FROM agencies WHERE id = $1',
      [agencyId, dayOf(this.clock.now())],
    );
    if (agency === undefined) {
      throw new DomainError('not-found');
    }
    if (!agency.isOpen) {
      throw new DomainError('api-client.agency-closed');
    }
  }

  private async insert(client: NewApiClient): Promise<string> {
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `WITH person AS (
         INSERT INTO people (id, full_name, user_name, kind, created_at)
         VALUES ($2, $4, 'client:' || $1::uuid, 'client', $8) RETURNING id),
       post AS (
         INSERT INTO posts (id, person_id, agency_id, role, position, valid_from)
         SELECT $3, person.id, $5, $6, $9, $10 FROM person RETURNING id, person_id, agency_id)
       INSERT INTO api_clients (id, agency_id, person_id, post_id, name, scopes, created_at)
       SELECT $1, post.agency_id, post.person_id, post.id, $4, $7, $8 FROM post`,
      [
        id,
        newId(now.getTime()),
        newId(now.getTime()),
        client.name,
        client.agencyId,
        client.role,
        client.scopes,
        now,
        position,
        dayOf(now),
      ],
    );
    return id;
  }
}
