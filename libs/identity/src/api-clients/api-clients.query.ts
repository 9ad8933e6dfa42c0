import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AgencyRef,
  type ApiClientState,
  type ApiClientSummary,
  type ApiClientView,
  type ClientRole,
  type ClientScope,
  type ClientSecretView,
  type FindApiClients,
  isPermitted,
  type Page,
} from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly agency: AgencyRef;
  readonly role: ClientRole;
  readonly scopes: ClientScope[];
  readonly state: ApiClientState;
  readonly version: number;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly disabledAt: Date | null;
}

interface SecretRow {
  readonly id: string;
  readonly ending: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Other systems as their administrators see them: the newest first, never a secret. */
@Injectable()
export class ApiClientsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async page(actor: Actor, { after, limit }: FindApiClients): Promise<Page<ApiClientSummary>> {
    const rows = await this.select(actor, 'AND ($4::uuid IS NULL OR client.id < $4) ORDER BY client.id DESC LIMIT $5', [
      decodeIdCursor(after) ?? null,
      limit + 1,
    ]);
    return toPage(rows, limit, (row) => [row.id], toSummary);
  }

  /** @throws DomainError `permission.denied`; `not-found`, for what is not there and not the actor’s alike. */
  async view(actor: Actor, clientId: string): Promise<ApiClientView> {
    const [row] = await this.select(actor, 'AND client.id = $4', [clientId]);
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return {
      ...toSummary(row),
      version: row.version,
      disabledAt: row.disabledAt?.toISOString() ?? null,
      secrets: await this.secretsOf(clientId),
    };
  }

  private async select(actor: Actor, rest: string, values: readonly unknown[]): Promise<ClientRow[]> {
    if (!isPermitted(actor, 'client:manage')) {
      throw new DomainError('permission.denied');
    }
    const now = this.clock.now();
    const only = isPermitted(actor, 'client:manage-all') ? null : actor.agencyId;
    return this.database.query<ClientRow>(
      `SELECT client.id, client.name, post.role, client.scopes, client.version, client.created_at AS "createdAt",
              client.last_used_at AS "lastUsedAt", client.disabled_at AS "disabledAt",
              json_build_object('id', agency.id, 'code', agency.code, 'name', agency.name,
                                'abbreviation', agency.abbreviation) AS agency,
              CASE WHEN client.disabled_at IS NOT NULL THEN 'disabled'
                   WHEN post.valid_to < $2 OR agency.valid_to < $2 THEN 'post-ended'
                   WHEN NOT EXISTS (SELECT 1 FROM api_client_secrets AS secret WHERE secret.client_id = client.id
                                       AND (secret.expires_at IS NULL OR secret.expires_at > $3)) THEN 'no-secret'
                   ELSE 'ready' END AS state
         FROM api_clients AS client
         JOIN posts AS post ON post.id = client.post_id
         JOIN agencies AS agency ON agency.id = client.agency_id
        WHERE ($1::uuid IS NULL OR client.agency_id = $1) ${rest}`,
      [only, dayOf(now), now, ...values],
    );
  }

  private async secretsOf(clientId: string): Promise<ClientSecretView[]> {
    const rows = await this.database.query<SecretRow>(
      `SELECT id, ending, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
         FROM api_client_secrets WHERE client_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY id DESC`,
      [clientId, this.clock.now()],
    );
    return rows.map((row) => ({
      id: row.id,
      ending: row.ending,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }));
  }
}

function toSummary(row: ClientRow): ApiClientSummary {
  return {
    id: row.id,
    name: row.name,
    agency: row.agency,
    role: row.role,
    scopes: row.scopes,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
