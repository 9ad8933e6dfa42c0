import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';

/** Any number that no other advisory lock of ours uses: the day on which the districts were abolished. */
const lockKey = 20250701;

/**
 * Keeps work on documents and a change of the agencies apart. Work holds the structure in common and never waits for
 * other work; a reorganisation takes it alone, once, for the moment in which it takes effect.
 *
 * Both are taken as the first lock of a transaction: whoever waited for it with a row in hand could wait for ever.
 */
@Injectable()
export class AgencyStructure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Nothing changes the agencies until the transaction ends.
   *
   * @throws DomainError `agency.reorganised` when the actor’s agency was closed or the post has ended since the request
   * began.
   */
  async hold(actor?: Actor): Promise<void> {
    const [answer] = await this.database.query<{ holds: boolean }>(
      'SELECT hold_agency_structure($1, $2, $3) AS holds',
      [lockKey, actor?.postId ?? null, dayOf(this.clock.now())],
    );
    if (answer?.holds !== true) {
      throw new DomainError('agency.reorganised');
    }
  }

  /** Waits until the work under way has committed, and keeps new work waiting until the transaction ends. */
  async change(): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
  }
}
