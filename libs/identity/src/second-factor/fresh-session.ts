import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';

/** Long enough to fetch the phone from the coat, too short for a passer-by at an unlocked screen. */
const freshMinutes = 10;

/** A session in which the person has just shown who they are: at the sign-in, with a second factor, or once more. */
@Injectable()
export class FreshSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `session.confirmation-required` */
  async check(sessionId: string): Promise<void> {
    const rows = await this.database.query(
      'SELECT 1 FROM sessions WHERE id = $1 AND greatest(created_at, second_factor_at, confirmed_at) > $2',
      [sessionId, new Date(this.clock.now().getTime() - freshMinutes * 60_000)],
    );
    if (rows.length === 0) {
      throw new DomainError('session.confirmation-required');
    }
  }
}
