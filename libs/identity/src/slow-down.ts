import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { digestOf } from './secret-token.js';

/** A mistyped password happens to everybody; so many tries go without a pause. */
const freeTries = 5;
/** Seconds after the last free try; doubled after each further one. */
const firstPause = 5;
/** Long enough that guessing is hopeless (fewer than 300 a day), short enough that its owner waits it out. */
const longestPause = 300;
/** Tries this long ago no longer count. */
const forgottenAfterHours = 24;

/** Seconds to wait after so many failed tries. */
export function pauseAfter(failures: number): number {
  return failures < freeTries ? 0 : Math.min(firstPause * 2 ** (failures - freeTries), longestPause);
}

/** After the first failure, the second and so on; the last one holds for all further ones. */
const pauses = Array.from({ length: 12 }, (_, index) => pauseAfter(index + 1));

/**
 * Slows guessing down and never locks anybody out for good. What is counted is a subject: a user name, a known device,
 * the second factor of a person. It is counted in the database, so that all processes count together.
 */
@Injectable()
export class SlowDown {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try as failed before it is looked at, in one statement: of many at once no more pass than one after the
   * other would. `forgive` takes it back after a right one.
   *
   * @throws DomainError `session.slowed-down` with the seconds to wait; nothing may be compared then.
   */
  async attempt(subject: string): Promise<void> {
    const now = this.clock.now();
    const forgotten = new Date(now.getTime() - forgottenAfterHours * 3_600_000);
    const { affected } = await this.database.execute(
      `INSERT INTO sign_in_tries AS tried (subject_digest, failures, last_at, open_at) VALUES ($1, 1, $2, $2)
       ON CONFLICT (subject_digest) DO UPDATE
         SET failures = CASE WHEN tried.last_at < $3 THEN 1 ELSE tried.failures + 1 END,
             last_at = $2,
             open_at = $2::timestamptz + make_interval(secs => ($4::int[])[
               CASE WHEN tried.last_at < $3 THEN 1 ELSE least(tried.failures + 1, cardinality($4::int[])) END])
       WHERE tried.open_at <= $2`,
      [digestOf(subject), now, forgotten, pauses],
    );
    if (affected === 0) {
      throw new DomainError('session.slowed-down', { seconds: await this.secondsLeft(subject, now) });
    }
  }

  /** After a right try the count begins anew. */
  async forgive(subject: string): Promise<void> {
    await this.database.query('DELETE FROM sign_in_tries WHERE subject_digest = $1', [digestOf(subject)]);
  }

  private async secondsLeft(subject: string, now: Date): Promise<number> {
    const [row] = await this.database.query<{ openAt: Date }>(
      'SELECT open_at AS "openAt" FROM sign_in_tries WHERE subject_digest = $1',
      [digestOf(subject)],
    );
    return Math.max(1, Math.ceil(((row?.openAt.getTime() ?? 0) - now.getTime()) / 1000));
  }
}
