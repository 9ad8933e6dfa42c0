import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type ClientScope, clientScopes, Id, type TokenAnswer } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { digestOf, newToken } from '../secret-token.js';
import { SlowDown } from '../slow-down.js';
import { AccessTokens } from './access-tokens.js';
import { TokenRefused } from './token-refused.js';

/** Long enough that asking costs nothing, short enough that a token that leaked is soon worth nothing. */
const tokenSeconds = 3600;

export interface TokenRequest {
  readonly clientId: string;
  readonly secret: string;
  /** With spaces between; everything that the client has when left out. */
  readonly scope: string | undefined;
  readonly address: string;
}

interface ClientRow {
  readonly id: string;
  readonly agencyId: string;
  readonly secretId: string;
  readonly scopes: readonly ClientScope[];
}

/** Client credentials (RFC 6749, section 4.4): a secret for a token that works for an hour. */
@Injectable()
export class GrantAccessToken {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: AccessTokens,
    private readonly slowDown: SlowDown,
    private readonly audit: Audit,
  ) {}

  /**
   * Tries are counted by client and address together: somebody who only knows a client’s id can’t keep it out [own].
   *
   * @throws TokenRefused; DomainError `session.slowed-down`.
   */
  async execute(request: TokenRequest): Promise<TokenAnswer> {
    const subject = `client:${request.clientId}:${request.address}`;
    await this.slowDown.attempt(subject);
    const client = await this.find(request);
    if (client === undefined) {
      await this.recordRefusal(request);
      throw new TokenRefused('invalid_client', 'The client is unknown or disabled, or the secret is wrong or expired');
    }
    await this.slowDown.forgive(subject);
    return this.grant(client, grantedScopes(request.scope, client.scopes), request.address);
  }

  private async grant(client: ClientRow, scopes: readonly ClientScope[], address: string): Promise<TokenAnswer> {
    const token = newToken();
    const now = this.clock.now();
    await this.database.transaction(async () => {
      await this.removeExpired(now);
      await this.database.query(
        'INSERT INTO access_tokens (digest, client_id, secret_id, scopes, expires_at) VALUES ($1, $2, $3, $4, $5)',
        [digestOf(token), client.id, client.secretId, scopes, new Date(now.getTime() + tokenSeconds * 1000)],
      );
      await this.database.query('UPDATE api_client_secrets SET last_used_at = $2 WHERE id = $1', [
        client.secretId,
        now,
      ]);
      await this.audit.record((await this.tokens.find(token)) ?? null, {
        action: 'api-client.token-given',
        objectType: 'api-client',
        objectId: client.id,
        data: { address, scopes: [...scopes], secretId: client.secretId },
      });
    });
    return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') };
  }

  /** A few at a time, and none that somebody else is removing: nobody waits for tidying up. */
  private async removeExpired(now: Date): Promise<void> {
    await this.database.query(
      `DELETE FROM access_tokens WHERE digest IN (
         SELECT digest FROM access_tokens WHERE expires_at <= $1 LIMIT 100 FOR UPDATE SKIP LOCKED)`,
      [now],
    );
  }

  private async find({ clientId, secret }: TokenRequest): Promise<ClientRow | undefined> {
    if (!Id.safeParse(clientId).success) {
      return undefined;
    }
    const now = this.clock.now();
    const [row] = await this.database.query<ClientRow>(
      `SELECT client.id, client.agency_id AS "agencyId", secret.id AS "secretId", client.scopes
         FROM api_clients AS client
         JOIN api_client_secrets AS secret ON secret.client_id = client.id
         JOIN people AS person ON person.id = client.person_id
         JOIN posts AS post ON post.id = client.post_id
         JOIN agencies AS agency ON agency.id = post.agency_id
        WHERE client.id = $1 AND secret.digest = $2 AND (secret.expires_at IS NULL OR secret.expires_at > $3)
          AND client.disabled_at IS NULL AND person.disabled_at IS NULL
          AND post.valid_from <= $4 AND (post.valid_to IS NULL OR post.valid_to >= $4)
          AND (agency.valid_to IS NULL OR agency.valid_to >= $4)`,
      [clientId, digestOf(secret), now, dayOf(now)],
    );
    return row;
  }

  private async recordRefusal({ clientId, address }: TokenRequest): Promise<void> {
    const known = Id.safeParse(clientId).success;
    const [client] = known
      ? await this.database.query<{ agencyId: string }>(
          'SELECT agency_id AS "agencyId" FROM api_clients WHERE id = $1',
          [clientId],
        )
      : [];
    await this.audit.record(null, {
      action: 'api-client.refused',
      objectType: 'api-client',
      objectId: client === undefined ? 'unknown' : clientId.toLowerCase(),
      agencyId: client?.agencyId ?? null,
      data: { address },
    });
  }
}

/** @throws TokenRefused when more is asked for than the client has. */
function grantedScopes(asked: string | undefined, granted: readonly ClientScope[]): ClientScope[] {
  const wanted = (asked ?? granted.join(' ')).split(' ').filter((scope) => scope !== '');
  const scopes = clientScopes.filter((scope) => wanted.includes(scope) && granted.includes(scope));
  if (scopes.length === 0 || wanted.some((scope) => !scopes.some((one) => one === scope))) {
    throw new TokenRefused('invalid_scope', `The client may ask for: ${granted.join(' ')}`);
  }
  return scopes;
}
