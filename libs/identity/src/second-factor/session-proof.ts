import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { Sessions } from '../sessions.js';

/** What a session knows of the second factor of its person. */
@Injectable()
export class SessionProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The factor was shown at the sign-in; gives the new token. The one before, which may have been planted or read while
   * it opened nothing, is worth nothing from now on.
   *
   * @throws DomainError `session.required` when the session ended or was let through meanwhile.
   */
  async pass(sessionId: string): Promise<string> {
    const { affected } = await this.database.execute(
      'UPDATE sessions SET second_factor_at = $2 WHERE id = $1 AND second_factor_at IS NULL',
      [sessionId, this.clock.now()],
    );
    if (affected === 0) {
      throw new DomainError('session.required');
    }
    return this.sessions.rotate(sessionId);
  }

  /** A factor was added in this session, which has shown it with that; gives a new token where it waited for one. */
  async add(sessionId: string, wasNeeded: boolean): Promise<string | null> {
    await this.database.query('UPDATE sessions SET second_factor_at = $2 WHERE id = $1', [sessionId, this.clock.now()]);
    return wasNeeded ? this.sessions.rotate(sessionId) : null;
  }
}
