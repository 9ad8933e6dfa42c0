import { Injectable } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import { Database } from '#platform';
import { digestOf, newToken } from './secret-token.js';

/** Browsers that people signed in from before: whoever guesses elsewhere can’t keep their owner out of these. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks the same of a person who is not there, so that the answer’s time tells nothing. */
  async isKnown(token: string, personId: string | undefined): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM known_devices WHERE token_digest = $1 AND person_id = $2::uuid',
      [digestOf(token), personId ?? newId()],
    );
    return rows.length > 0;
  }

  /**
   * Remembers the browser for this person and for whoever else it is known to, under a new token: one that somebody
   * planted in it is worth nothing after.
   */
  async remember(token: string | undefined, personId: string): Promise<string> {
    const fresh = newToken();
    await this.database.query(
      `WITH moved AS (DELETE FROM known_devices WHERE token_digest = $1 RETURNING person_id, last_used_at)
       INSERT INTO known_devices (token_digest, person_id, last_used_at)
       SELECT $2, person_id, last_used_at FROM moved WHERE person_id <> $3
       UNION ALL
       SELECT $2, $3::uuid, $4::timestamptz`,
      [token === undefined ? '' : digestOf(token), digestOf(fresh), personId, this.clock.now()],
    );
    return fresh;
  }

  /** After a password was set by a link: somebody else may have signed in from any of them. */
  async forgetAll(personId: string): Promise<void> {
    await this.database.query('DELETE FROM known_devices WHERE person_id = $1', [personId]);
  }
}
