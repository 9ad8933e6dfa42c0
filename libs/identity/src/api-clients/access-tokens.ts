import { Injectable } from '@nestjs/common';
import type { Actor, AgencyRef, ClientScope } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { digestOf } from '../secret-token.js';

/** That a client was seen is written this seldom, so that reading stays reading. */
const seenEvery = 5 * 60_000;

interface TokenRow extends Omit<Actor, 'predecessorIds' | 'delegatedPostIds' | 'scopes'> {
  readonly clientId: string;
  readonly lastUsedAt: Date | null;
  readonly scopes: readonly ClientScope[];
  readonly predecessors: readonly AgencyRef['id'][];
}

/** Whom an access token stands for: looked up at every request like a session, never remembered. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a token that is not ours, has expired, or whose client, post or agency has ended. */
  async find(token: string): Promise<Actor | undefined> {
    const now = this.clock.now();
    const [row] = await this.database.query<TokenRow>(
      `SELECT client.id AS "clientId", client.last_used_at AS "lastUsedAt", person.id AS "personId",
              person.full_name AS "fullName", post.id AS "postId", post.role, post.position,
              agency.id AS "agencyId", agency.level AS "agencyLevel", predecessors(agency.id) AS predecessors,
              ARRAY(SELECT unnest(token.scopes) INTERSECT SELECT unnest(client.scopes)) AS scopes
         FROM access_tokens AS token
         JOIN api_clients AS client ON client.id = token.client_id
         JOIN people AS person ON person.id = client.person_id
         JOIN posts AS post ON post.id = client.post_id
         JOIN agencies AS agency ON agency.id = post.agency_id
        WHERE token.digest = $1 AND token.expires_at > $2
          AND client.disabled_at IS NULL AND person.disabled_at IS NULL
          AND post.valid_from <= $3 AND (post.valid_to IS NULL OR post.valid_to >= $3)
          AND (agency.valid_to IS NULL OR agency.valid_to >= $3)`,
      [digestOf(token), now, dayOf(now)],
    );
    if (row === undefined) {
      return undefined;
    }
    await this.noteUse(row, now);
    return toActor(row);
  }

  private async noteUse({ clientId, lastUsedAt }: TokenRow, now: Date): Promise<void> {
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= seenEvery) {
      await this.database.query('UPDATE api_clients SET last_used_at = $2 WHERE id = $1', [clientId, now]);
    }
  }
}

function toActor(row: TokenRow): Actor {
  return {
    personId: row.personId,
    postId: row.postId,
    agencyId: row.agencyId,
    agencyLevel: row.agencyLevel,
    role: row.role,
    fullName: row.fullName,
    position: row.position,
    predecessorIds: row.predecessors,
    delegatedPostIds: [],
    scopes: row.scopes,
  };
}
