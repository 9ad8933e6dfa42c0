import { Injectable } from '@nestjs/common';
import type { Actor, LinkedIdentity } from '#contracts';
import { Database } from '#platform';

interface IdentityRow {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date;
}

/** The accounts at identity providers that the actor signs in with. */
@Injectable()
export class LinkedIdentitiesQuery {
  constructor(private readonly database: Database) {}

  async of(actor: Actor): Promise<LinkedIdentity[]> {
    const rows = await this.database.query<IdentityRow>(
      `SELECT id, issuer, subject, linked_at AS "linkedAt", last_used_at AS "lastUsedAt"
         FROM person_identities WHERE person_id = $1 ORDER BY id`,
      [actor.personId],
    );
    return rows.map((row) => ({
      id: row.id,
      issuer: row.issuer,
      subject: row.subject,
      linkedAt: row.linkedAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
    }));
  }
}
